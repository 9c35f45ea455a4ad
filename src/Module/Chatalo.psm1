# Windows PowerShell loads Chatalo.dll like any other; PowerShell 7 loads it and its dependencies in a context of their own.
# Only commands are called here: the first .NET method that a script calls costs more than the rest of the import.
if ($PSEdition -eq 'Core') {
    try {
        Import-Module $PSScriptRoot/bin/net8.0/Chatalo.Loader.dll -ErrorAction Stop
        Get-ChataloAssembly $PSScriptRoot/bin/net8.0 | Import-Module -PassThru | Export-ChataloCmdlet
    }
    catch [System.IO.FileLoadException] {
        # Another version of the module was here first: a process has one loader, and any of those serves.
        $binary = Import-Module -Assembly ([Chatalo.Loader.ModuleLoadContext]::LoadModule("$PSScriptRoot/bin/net8.0")) -PassThru
        [Chatalo.Loader.ExportChataloCmdletCommand]::Export($binary, $ExecutionContext.SessionState.Module)
    }
}
else {
    Import-Module $PSScriptRoot/bin/netstandard2.0/Chatalo.dll
}
