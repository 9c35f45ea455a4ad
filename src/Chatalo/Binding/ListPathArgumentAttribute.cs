using System.Collections;
using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>
/// Lets a list be given as its path or as the file that Get-ChildItem gave, and says what to do with rows that are piped in: the engine would
/// make a path of them.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ListPathArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is not string && value is IEnumerable several ? several.Cast<object?>().Select(ToPath).ToArray() : ToPath(inputData);
    }

    private static object? ToPath(object? input)
    {
        var value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value switch
        {
            // A name with [ or ] in it is not a pattern when it is a file's.
            FileSystemInfo file => WildcardPattern.Escape(file.FullName),
            PathInfo path => WildcardPattern.Escape(path.ProviderPath),
            PSCustomObject => throw new ArgumentTransformationMetadataException(
                "A row of a list was given where a file is expected. Pipe rows, such as those of Import-Csv, to Send-ChataloMessage; give Import-ChataloContact the file itself."),
            _ => value,
        };
    }
}
