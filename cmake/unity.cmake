# join_folders(<target>): with DATELINE_UNITY, compiles the sources of a folder as one file. Most of
# the time of a small file goes to standard headers and templates, which are then read once a folder.
# Names that belong to one file (in an anonymous namespace) must so be unique in its folder.
function(join_folders target)
  if(NOT DATELINE_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(MAKE_C_IDENTIFIER "${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()
