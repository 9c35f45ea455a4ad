# Windows PowerShell loads Chatalo.dll like any other; PowerShell 7 loads it and its dependencies in a context of their own.
if ($PSVersionTable['PSEdition'] -eq 'Core') {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net8.0')
    if (-not ('Chatalo.Loader.ModuleLoadContext' -as [type])) {
        $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'Chatalo.Loader.dll'))
    }
    $assembly = [Chatalo.Loader.ModuleLoadContext]::LoadModule($folder)
}
else {
    $assembly = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'netstandard2.0', 'Chatalo.dll'))
}

$binary = Import-Module -Assembly $assembly -PassThru

# A second import finds the assembly already analysed and does not export its cmdlets again (PowerShell#20710).
$add = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
if ($add) {
    foreach ($cmdlet in $binary.ExportedCmdlets.Values) {
        $add.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
    }
}
