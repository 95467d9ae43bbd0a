def sample = new File(basedir, '../../../../samples/maven-plain')
['sample', 'mended'].each { name ->
  def copy = new File(basedir, name)
  copy.deleteDir()
  sample.eachFileRecurse { file ->
    def path = sample.toPath().relativize(file.toPath()).toString()
    if (file.isFile() && !path.startsWith('target')) {
      def target = new File(copy, path)
      target.parentFile.mkdirs()
      target.bytes = file.bytes
    }
  }
}
def source = new File(basedir, 'mended/src/main/java/sample/bank/Account.java')
source.text = source.text.replace('other.add(amount); // expect: LockNotHeld', 'other.deposit(amount);')
return true
