using System.Collections.ObjectModel;
using System.Management.Automation;
using Chatalo.Contacts.Files;

namespace Chatalo.Commands;

/// <summary>ToString of a cell: what the sheet shows of it.</summary>
internal sealed class ShownText : PSMethodInfo
{
    private readonly SheetValue _cell;

    public ShownText(SheetValue cell)
    {
        _cell = cell;
        SetMemberName("ToString");
    }

    public SheetValue Cell => _cell;

    public override PSMemberTypes MemberType => PSMemberTypes.CodeMethod;

    public override string TypeNameOfValue => typeof(string).FullName!;

    public override Collection<string> OverloadDefinitions => ["string ToString()", "string ToString(string format, IFormatProvider provider)"];

    public override PSMemberInfo Copy() => new ShownText(_cell);

    /// <summary>With a format it formats the value, without one it is what the sheet shows.</summary>
    public override object? Invoke(params object[] arguments) => _cell.ToString(
        arguments.Length > 0 ? arguments[0] as string : null, arguments.Length > 1 ? arguments[1] as IFormatProvider : null);
}
