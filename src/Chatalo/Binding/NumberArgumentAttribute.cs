using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Chatalo.Binding;

/// <summary>
/// Keeps a number that is typed without quotes as it was typed: the engine reads 0812… and 6.28E+12 as numbers, and remembers the text beside them.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NumberArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes several numbers.</summary>
    public bool TakesSeveral { get; set; }

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not IEnumerable several || value is string)
        {
            return TakesSeveral ? new[] { AsTyped(inputData) } : AsTyped(inputData);
        }

        return TakesSeveral
            ? several.Cast<object?>().Select(AsTyped).ToArray()
            : throw new ArgumentTransformationMetadataException("-Number takes one number. Pipe several in: '0812…', '0813…' | …");
    }

    internal static object? AsTyped(object? given)
    {
        if (given is not PSObject { BaseObject: not PSCustomObject and var value } wrapped)
        {
            return given;
        }

        if (value is not IConvertible or string or bool)
        {
            return value;
        }

        var typed = LanguagePrimitives.ConvertTo<string>(wrapped);
        return typed == LanguagePrimitives.ConvertTo<string>(value) || typed == Convert.ToString(value, CultureInfo.InvariantCulture) ? value : typed;
    }
}
