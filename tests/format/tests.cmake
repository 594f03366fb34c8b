# Formats, on a record made by hand.
add_library(sample_record STATIC ${CMAKE_CURRENT_LIST_DIR}/sample_record.cpp)
target_include_directories(sample_record PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(sample_record PUBLIC onrecord_format PRIVATE onrecord_options)

add_executable(print_sample ${CMAKE_CURRENT_LIST_DIR}/print_sample.cpp)
target_link_libraries(print_sample PRIVATE sample_record onrecord_options)

onrecord_test(format/html_page_test.cpp unit LINKS sample_record)
onrecord_test(format/standoff_test.cpp unit LINKS sample_record)
