# The loader gives Chatalo.dll and what that needs apart from what other modules loaded. Only commands are called here, and the path is put
# together by -f: the first .NET type, condition, try or string with variables in it that a process runs costs more than the rest of the import.
Import-Module ('{0}/bin/{1}/Chatalo.Loader.dll' -f $PSScriptRoot, $PSEdition)
Import-ChataloCmdlet
