# Code that must not compile, because it would mix units or keep a view of a dead text. Each case is one file with
# a line under #ifdef SHOULD_FAIL; it must compile without the macro (or the test proves nothing) and not with it.
file(GLOB compile_fail_cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/compile_fail/*.cpp)
foreach(file ${compile_fail_cases})
  get_filename_component(name ${file} NAME_WE)
  set(compile ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -I${PROJECT_SOURCE_DIR}/include -I${PROJECT_SOURCE_DIR}/src ${file})
  add_test(NAME compile_fail.${name}.control COMMAND ${compile})
  add_test(NAME compile_fail.${name} COMMAND ${compile} -DSHOULD_FAIL)
  set_tests_properties(compile_fail.${name} PROPERTIES WILL_FAIL TRUE)
  set_tests_properties(compile_fail.${name} compile_fail.${name}.control PROPERTIES LABELS compile_fail)
endforeach()
