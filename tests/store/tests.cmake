# The store and the runs that fill it.
onrecord_test(store/database_test.cpp unit LINKS onrecord_api)
onrecord_test(store/migration_test.cpp unit LINKS onrecord_api)
onrecord_test(store/documentation_test.cpp unit LINKS onrecord_store)

# `onrecord read` from outside.
foreach(case same changed skipped interrupt disk_full kill)
  add_test(NAME read_${case} COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/check_read.py $<TARGET_FILE:onrecord> ${case})
  set_tests_properties(read_${case} PROPERTIES LABELS slow TIMEOUT 900)
endforeach()
set_tests_properties(read_changed read_skipped PROPERTIES LABELS unit)
