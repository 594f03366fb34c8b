# The commands, run as a user runs them.
add_executable(make_sample_db ${CMAKE_CURRENT_LIST_DIR}/make_sample_db.cpp)
target_link_libraries(make_sample_db PRIVATE sample_record onrecord_store onrecord_options)
