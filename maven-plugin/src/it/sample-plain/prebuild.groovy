evaluate(new File(basedir, '../../../src/it-support/copies.groovy'))('maven-plain')
def source = new File(basedir, 'mended/src/main/java/sample/bank/Account.java')
source.text = source.text.replace('other.add(amount); // expect: LockNotHeld', 'other.deposit(amount);')
return true
