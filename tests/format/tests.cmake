# Formats, on a record made by hand.
add_library(sample_record STATIC ${CMAKE_CURRENT_LIST_DIR}/sample_record.cpp)
target_include_directories(sample_record PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(sample_record PUBLIC onrecord_format PRIVATE onrecord_options)

add_executable(print_sample ${CMAKE_CURRENT_LIST_DIR}/print_sample.cpp)
target_link_libraries(print_sample PRIVATE sample_record onrecord_options)

onrecord_test(format/html_page_test.cpp unit LINKS sample_record)
onrecord_test(format/standoff_test.cpp unit LINKS sample_record)

# Every record of examples/ and of the sample against docs/record.schema.json. Debian's python3, which has
# python3-jsonschema, not another one that may come first in PATH.
add_test(NAME record_schema COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/check_records.py
  $<TARGET_FILE:onrecord> $<TARGET_FILE:print_sample>)
set_tests_properties(record_schema PROPERTIES LABELS unit)

# The C API, from C.
enable_language(C)
add_executable(c_api_test ${CMAKE_CURRENT_LIST_DIR}/../c_api_test.c)
set_target_properties(c_api_test PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF LINKER_LANGUAGE CXX)
target_link_libraries(c_api_test PRIVATE onrecord_api onrecord_options)
add_test(NAME c_api_test COMMAND c_api_test)
set_tests_properties(c_api_test PROPERTIES LABELS unit WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})

add_test(NAME page_contrast COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/check_contrast.py)
set_tests_properties(page_contrast PROPERTIES LABELS unit)

# The page, used by a script in a headless browser where there is one.
find_program(CHROMIUM NAMES chromium chromium-browser google-chrome)
if(CHROMIUM)
  add_test(NAME page_behaviour COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/page_behaviour.py $<TARGET_FILE:print_sample>
    ${CHROMIUM})
  set_tests_properties(page_behaviour PROPERTIES LABELS slow)
endif()
