# The loader, which the manifest names, gives Chatalo.dll and what that needs apart from what other modules loaded. Only commands are
# called here: the first .NET type that a script names, and the first condition in it, cost more than the rest of the import.
Get-ChataloAssembly | Import-Module -PassThru | Export-ChataloCmdlet
