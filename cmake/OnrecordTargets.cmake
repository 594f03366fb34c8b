# Flags shared by all targets, and the two helpers: onrecord_room (a folder of src/ as a library) and
# onrecord_test (a GoogleTest file).
add_library(onrecord_options INTERFACE)
target_compile_options(onrecord_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 warns of overlaps in std::string's operator+ that cannot be (GCC bug 105651).
target_compile_options(onrecord_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# Products and sums stay two roundings where the code does not say otherwise: the same bits on every processor.
target_compile_options(onrecord_options INTERFACE -ffp-contract=off)
if(ONRECORD_WARNINGS_AS_ERRORS)
  target_compile_options(onrecord_options INTERFACE -Werror)
endif()

# onrecord_room(NAME LINKS target…): every .cpp below src/NAME but tests and main is one static library that sees
# include/ and src/.
function(onrecord_room name)
  cmake_parse_arguments(room "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
  if(sources)
    add_library(onrecord_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(onrecord_${name} PRIVATE onrecord_options)
  else()
    add_library(onrecord_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(onrecord_${name} ${scope} ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(onrecord_${name} ${scope} ${room_LINKS})
endfunction()

# onrecord_test(FILE LABEL LINKS target…): one executable named after the file, run by ctest under the label.
function(onrecord_test file label)
  cmake_parse_arguments(test "" "" "LINKS" ${ARGN})
  get_filename_component(name ${file} NAME_WE)
  add_executable(${name} ${file})
  target_link_libraries(${name} PRIVATE ${test_LINKS} onrecord_options GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label})
endfunction()

# Rebuilds are cheap where ccache is installed.
find_program(ONRECORD_CCACHE ccache)
if(ONRECORD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ONRECORD_CCACHE})
endif()
