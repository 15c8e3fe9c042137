# cmake --install build --prefix DIR: the program with its manual page and completions, and the
# libraries with their headers as the CMake package `dateline`, whose targets are dateline::core,
# dateline::importers and dateline::exporters. The same names serve after add_subdirectory.
include(CMakePackageConfigHelpers)

foreach(part core importers exporters)
  add_library(dateline::${part} ALIAS dateline_${part})
  set_target_properties(dateline_${part} PROPERTIES EXPORT_NAME ${part})
  install(TARGETS dateline_${part} EXPORT dateline ARCHIVE DESTINATION lib)
  install(DIRECTORY ${part} DESTINATION include/dateline FILES_MATCHING
    PATTERN *.h PATTERN data EXCLUDE PATTERN viewer EXCLUDE)
endforeach()

install(TARGETS dateline DESTINATION bin)
install(FILES docs/dateline.1 DESTINATION share/man/man1)
install(FILES completion/dateline.bash
  DESTINATION share/bash-completion/completions RENAME dateline)
install(FILES completion/_dateline DESTINATION share/zsh/site-functions)
install(FILES completion/dateline.fish DESTINATION share/fish/vendor_completions.d)

install(EXPORT dateline NAMESPACE dateline:: DESTINATION lib/cmake/dateline
  FILE datelineTargets.cmake)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/datelineConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES cmake/datelineConfig.cmake ${PROJECT_BINARY_DIR}/datelineConfigVersion.cmake
  DESTINATION lib/cmake/dateline)
