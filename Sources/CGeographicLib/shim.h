/* The C++ headers are only for the engine target CMGRS; this module says what to link. */
