# The commands, run as a user runs them.
add_executable(make_sample_db ${CMAKE_CURRENT_LIST_DIR}/make_sample_db.cpp)
target_link_libraries(make_sample_db PRIVATE sample_record onrecord_store onrecord_options)

add_test(NAME cli_sessions COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/run_cases.py $<TARGET_FILE_DIR:onrecord>
  $<TARGET_FILE:make_sample_db>)
set_tests_properties(cli_sessions PROPERTIES LABELS golden)

# Pages of docs/ that are made from the program; tools/generate-docs.sh renews them.
foreach(page cli errors rules)
  add_test(NAME docs_${page}_is_fresh COMMAND bash -c
    "diff -u ${PROJECT_SOURCE_DIR}/docs/${page}.md <($<TARGET_FILE:onrecord> docs ${page})")
  set_tests_properties(docs_${page}_is_fresh PROPERTIES LABELS docs)
endforeach()
find_program(GROFF groff)
if(GROFF)  # not needed for anything else
  add_test(NAME man_page_is_clean COMMAND bash -c
    "out=$($<TARGET_FILE:onrecord> man | ${GROFF} -man -ww -z 2>&1 || true); echo \"$out\"; [[ -z $out ]]")
  set_tests_properties(man_page_is_clean PROPERTIES LABELS golden)
endif()
