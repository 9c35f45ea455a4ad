using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Chatalo.Binding;

/// <summary>Lets an encoding be given as for Import-Csv: by PowerShell's names (utf8, unicode, ansi, oem), by the name of the encoding (windows-1251, gb2312), or by its code page.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class EncodingArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>PowerShell's own names.</summary>
    internal static readonly string[] Names = ["ansi", "ascii", "bigendianunicode", "bigendianutf32", "default", "oem", "unicode", "utf32", "utf7", "utf8", "utf8BOM", "utf8NoBOM"];

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or Encoding)
        {
            return value;
        }

#if NET
        // Code pages other than those of Unicode are in a provider of their own there.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
#endif
        var name = Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        try
        {
            return name.ToLowerInvariant() switch
            {
                "ansi" or "default" => Encoding.GetEncoding(CultureInfo.CurrentCulture.TextInfo.ANSICodePage is > 0 and var ansi ? ansi : 1252),
                "oem" => Encoding.GetEncoding(CultureInfo.CurrentCulture.TextInfo.OEMCodePage is > 0 and var oem ? oem : 850),
                "ascii" => Encoding.ASCII,
                "unicode" => Encoding.Unicode,
                "bigendianunicode" => Encoding.BigEndianUnicode,
                "bigendianutf32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
                "utf32" => Encoding.UTF32,
#pragma warning disable SYSLIB0001 // Import-Csv reads it too.
                "utf7" => Encoding.UTF7,
#pragma warning restore SYSLIB0001
                "utf8" or "utf8bom" or "utf8nobom" => Encoding.UTF8,
                _ => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(name),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ArgumentTransformationMetadataException($"There is no encoding '{name}'. Give a code page such as 1251 or 932, a name such as windows-1251 or gb2312, or one of {string.Join(", ", Names)}.");
        }
    }
}
