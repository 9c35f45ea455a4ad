# The loader, which the manifest names, gives Chatalo.dll and what that needs apart from what other modules loaded. Only commands are
# called here: the first .NET type that a script names, and the first condition in it, cost more than the rest of the import.
try {
    Get-ChataloAssembly | Import-Module -PassThru | Export-ChataloCmdlet
}
catch {
    # Imported without the manifest, by the path that (Get-Module Chatalo).Path gives.
    Import-Module $PSScriptRoot/bin/$PSEdition/Chatalo.Loader.*.dll
    Get-ChataloAssembly | Import-Module -PassThru | Export-ChataloCmdlet
}
