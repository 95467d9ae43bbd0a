def log = new File(basedir, 'build.log').text
assert log.count('The lock contracts are as in') == 2
assert log.contains("shop/src/main/java/shop/Clerk.java:7:5: error: [LockNotHeld] 'Shelf.put' needs 'shelf'")
assert log.count('error: [') == 1
