def sample = new File(basedir, '../../../../samples/maven-error-prone')
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
def source = new File(basedir, 'mended/src/main/java/sample/index/WordIndex.java')
def at = source.text.indexOf('public void forget')
source.text = source.text.substring(0, at) + source.text.substring(at).replace('readLock', 'writeLock')
return true
