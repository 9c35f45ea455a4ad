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
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is not PSObject wrapped)
        {
            return inputData is IEnumerable and not string ? throw Several() : inputData;
        }

        var value = wrapped.BaseObject;
        if (value is IEnumerable and not string)
        {
            throw Several();
        }

        if (value is IConvertible and not string and not bool)
        {
            var typed = LanguagePrimitives.ConvertTo<string>(wrapped);
            return typed == LanguagePrimitives.ConvertTo<string>(value) || typed == Convert.ToString(value, CultureInfo.InvariantCulture) ? value : typed;
        }

        return value is PSCustomObject ? inputData : value;
    }

    private static ArgumentTransformationMetadataException Several() => new("-Number takes one number. Pipe several in: '0812…', '0813…' | …");
}
