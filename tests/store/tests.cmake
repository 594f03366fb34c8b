# The store and the runs that fill it.
onrecord_test(store/database_test.cpp unit LINKS onrecord_api)
onrecord_test(store/migration_test.cpp unit LINKS onrecord_api)
onrecord_test(store/documentation_test.cpp unit LINKS onrecord_store)
