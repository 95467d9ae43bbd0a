evaluate(new File(basedir, '../../../src/it-support/copies.groovy'))('maven-error-prone')
def source = new File(basedir, 'mended/src/main/java/sample/index/WordIndex.java')
def at = source.text.indexOf('public void forget')
source.text = source.text.substring(0, at) + source.text.substring(at).replace('readLock', 'writeLock')
return true
