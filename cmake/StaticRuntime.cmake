# mdm_static_runtime(TARGET): links libstdc++ and libgcc into a program of ours. Loading them costs more than all that a
# short command does (measured: 1.3 ms of 2.8 ms). Not for a program that loads another C++ library: exceptions would
# have to cross from one runtime into another.
function(mdm_static_runtime target)
  if(NOT APPLE AND NOT MDMCTL_SANITIZE)
    target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc)
  endif()
endfunction()
