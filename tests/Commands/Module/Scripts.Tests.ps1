BeforeDiscovery {
    # Every script, and every piece of PowerShell on a page.
    $root = (Resolve-Path "$PSScriptRoot/../../..").Path
    $scripts = @(
        $files = @(Get-Item "$root/*.ps1", "$root/*.psd1") + @(Get-ChildItem "$root/src", "$root/tests", "$root/docs" -Recurse -Include *.ps1, *.psm1, *.psd1)
        foreach ($file in $files) {
            $name = $file.FullName.Substring($root.Length + 1).Replace('\', '/')
            if ($name -match '(^|/)(bin|obj)/') { continue }
            @{ Name = $name; Text = [IO.File]::ReadAllText($file.FullName); IsShown = $name -like 'docs/*' }
        }
        $pages = @(Get-Item "$root/*.md") + @(Get-ChildItem "$root/docs" -Recurse -Filter *.md)
        foreach ($page in $pages) {
            $pieces = [regex]::Matches([IO.File]::ReadAllText($page.FullName), '(?ms)^```powershell\r?\n(.*?)^```')
            foreach ($piece in $pieces) {
                @{ Name = "$($page.Name), character $($piece.Index)"; Text = $piece.Groups[1].Value; IsShown = $true }
            }
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $verbs = (Get-Verb).Verb
    # What a new session brings, and what is an alias on one system and a program on another.
    $aliases = @([initialsessionstate]::CreateDefault().Commands | Where-Object CommandType -EQ Alias | ForEach-Object Name) +
        'cat', 'clear', 'cp', 'curl', 'diff', 'ls', 'man', 'mount', 'mv', 'ps', 'pwd', 'rm', 'rmdir', 'sleep', 'sort', 'start', 'tee', 'type', 'wget', 'where' | Sort-Object -Unique
    # Those whose assignment changes what the engine does, or is lost.
    $automatic = 'args', 'error', 'event', 'eventargs', 'eventsubscriber', 'executioncontext', 'false', 'foreach', 'home', 'host', 'input', 'isMacOS', 'isLinux', 'isWindows', 'isCoreCLR', 'matches',
        'myinvocation', 'nestedpromptlevel', 'pid', 'profile', 'psboundparameters', 'pscmdlet', 'pscommandpath', 'pshome', 'psitem', 'psscriptroot', 'psversiontable', 'pwd', 'sender', 'shellid',
        'stacktrace', 'switch', 'this', 'true'

    # What stands without its parameter's name; a switch takes no value, and what follows another name is that one's.
    function Get-Positional($Command) {
        $info = Get-Command $Command.GetCommandName() -ErrorAction Ignore
        for ($i = 1; $i -lt $Command.CommandElements.Count; $i++) {
            $part = $Command.CommandElements[$i]
            if ($part -isnot [System.Management.Automation.Language.CommandParameterAst]) { $part; continue }
            if ($part.Argument) { continue }
            $parameter = @($info.Parameters.Values | Where-Object { $_.Name -eq $part.ParameterName -or $_.Aliases -contains $part.ParameterName }) +
                @($info.Parameters.Values | Where-Object Name -Like "$($part.ParameterName)*") | Select-Object -First 1
            if (-not $parameter.SwitchParameter) { $i++ }
        }
    }

    # The part of a script that a rule is about, when it breaks the rule, and a script that does.
    $rules = @(
        @{ Name = 'PSUseApprovedVerbs'; Kind = 'FunctionDefinition'; Breaks = { $_.Name -match '-' -and $_.Name.Split('-')[0] -notin $verbs }; Bad = 'function Frob-Thing { 1 }' }
        @{ Name = 'PSAvoidUsingCmdletAliases'; Kind = 'Command'; Breaks = { $_.GetCommandName() -in $aliases }; Bad = '1 | % { 1 }' }
        @{ Name = 'PSAvoidUsingInvokeExpression'; Kind = 'Command'; Breaks = { $_.GetCommandName() -eq 'Invoke-Expression' }; Bad = 'Invoke-Expression 1' }
        @{ Name = 'PSAvoidUsingWMICmdlet'; Kind = 'Command'; Breaks = { $_.GetCommandName() -match '-Wmi' }; Bad = 'Get-WmiObject x' }
        @{ Name = 'PSAvoidUsingWriteHost'; Kind = 'Command'; Breaks = { $_.GetCommandName() -eq 'Write-Host' -and $Name -notmatch '^tests/Run-|^src/Chatalo.Host/' }; Bad = 'Write-Host 1' }
        @{ Name = 'PSAvoidUsingEmptyCatchBlock'; Kind = 'CatchClause'; Breaks = { -not $_.Body.Statements }; Bad = 'try { 1 } catch { }' }
        @{ Name = 'PSAvoidGlobalVars'; Kind = 'VariableExpression'; Breaks = { $_.VariablePath.IsGlobal -and $_.VariablePath.UserPath -ne 'global:LASTEXITCODE' }; Bad = '$global:x = 1' }
        @{ Name = 'PSPossibleIncorrectComparisonWithNull'; Kind = 'BinaryExpression'; Breaks = { $_.Operator -match '^[IC]?(eq|ne)$' -and "$($_.Right)" -eq '$null' }; Bad = '1 -eq $null' }
        @{ Name = 'PSAvoidAssignmentToAutomaticVariable'; Kind = 'AssignmentStatement'; Bad = '$input = 1'
            Breaks = { $_.Left -is [System.Management.Automation.Language.VariableExpressionAst] -and $_.Left.VariablePath.UserPath -in $automatic } }
        @{ Name = 'PSAvoidAssignmentToAutomaticVariable, parameters'; Kind = 'Parameter'; Breaks = { $_.Name.VariablePath.UserPath -in $automatic }; Bad = 'param($event)' }
        @{ Name = 'PSAvoidAssignmentToAutomaticVariable, loops'; Kind = 'ForEachStatement'; Breaks = { $_.Variable.VariablePath.UserPath -in $automatic }; Bad = 'foreach ($event in 1) { 1 }' }
        @{ Name = 'PSAvoidDefaultValueSwitchParameter'; Kind = 'Parameter'; Breaks = { $_.StaticType -eq [switch] -and "$($_.DefaultValue)" -eq '$true' }; Bad = 'param([switch] $A = $true)' }
        @{ Name = 'PSAvoidTrailingWhitespace'; Kind = 'ScriptBlock'; Breaks = { -not $_.Parent -and $_.Extent.Text -match '(?m)[ \t]\r?$' }; Bad = "1 `n2" }
    )
    # As the analyzer's, it leaves up to two values alone: whom and what.
    $shown = @{ Name = 'PSAvoidUsingPositionalParameters'; Kind = 'Command'; Breaks = { $_.GetCommandName() -match '^\w+-\w+$' -and @(Get-Positional $_).Count -gt 2 }; Bad = 'Send-ChataloMessage a b -Debug c' }

    function Find-Broken([string] $Text, $Rules) {
        $wrong = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $null, [ref] $wrong)
        $wrong | ForEach-Object { "line $($_.Extent.StartLineNumber): $($_.Message)" }
        $byKind = $Rules | Group-Object { "$($_.Kind)Ast" } -AsHashTable -AsString
        foreach ($part in $tree.FindAll({ $true }, $true)) {
            foreach ($rule in $byKind[$part.GetType().Name]) {
                if ($part | Where-Object $rule.Breaks) { "line $($part.Extent.StartLineNumber): $($rule.Name): $(($part.Extent.Text -split '\r?\n')[0])" }
            }
        }
    }
}

# The rules of PSScriptAnalyzer that most people run, by PowerShell's own parser: the analyzer is not in the registry that the tests are restored from.
Describe 'Every script, and every piece of PowerShell on a page' {
    It 'keeps the rules: <Name>' -ForEach $scripts {
        Find-Broken $Text $(if ($IsShown) { $rules + $shown } else { $rules }) | Should -BeNullOrEmpty
    }

    It 'is looked at' -ForEach @(@{ Scripts = $scripts }) {
        $Scripts.Count | Should -BeGreaterThan 180
        $Scripts.Name | Should -Contain 'src/Module/Chatalo.psm1'
        $Scripts.Name | Should -Contain 'docs/samples/alert-group.ps1'
    }

    It 'would be seen to break each rule' {
        $Name = 'some.ps1'
        foreach ($rule in $rules + $shown) { Find-Broken $rule.Bad $rule | Should -Match $rule.Name -Because $rule.Name }
    }
}
