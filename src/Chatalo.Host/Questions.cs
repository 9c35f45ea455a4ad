using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Chatalo.Host;

/// <summary>Asks for fields, choices and credentials with the wording PowerShell's users know.</summary>
internal sealed class Questions(PSHostUserInterface ui)
{
    private const string HelpKey = "?";

    /// <summary>Asks for the value of each field, as for a mandatory parameter that was left out.</summary>
    public Dictionary<string, PSObject> Fields(string caption, string message, Collection<FieldDescription> fields)
    {
        Announce(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            answers[field.Name] = PSObject.AsPSObject(Field(field));
        }

        return answers;
    }

    /// <summary>Asks which of <paramref name="choices"/> to take.</summary>
    /// <returns>The index of the choice.</returns>
    public int Choice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Announce(caption, message);
        var options = choices.Select(ChoiceOption.From).ToList();
        var menu = string.Join("  ", options.Select(o => $"[{o.Key}] {o.Label}")) + $"  [{HelpKey}] Help";
        if (defaultChoice >= 0)
        {
            menu += $" (default is \"{options[defaultChoice].Key}\")";
        }

        while (true)
        {
            ui.Write(menu + ": ");
            var answer = ui.ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            var chosen = options.FindIndex(o => o.Matches(answer));
            if (chosen >= 0)
            {
                return chosen;
            }

            if (answer == HelpKey)
            {
                foreach (var option in options)
                {
                    ui.WriteLine($"{option.Key} - {option.Help}");
                }
            }
        }
    }

    /// <summary>Asks for a user name, unless given, and a password.</summary>
    public PSCredential Credential(string caption, string message, string? userName)
    {
        Announce(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ui.ReadLine();
        }

        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ui.ReadLineAsSecureString());
    }

    private object Field(FieldDescription field)
    {
        // A type of a private load context cannot be found by name; the binder converts the text then.
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(PSCredential))
        {
            return Credential("", "", null);
        }

        if (!type.IsArray)
        {
            ui.Write($"{field.Name}: ");
            return Value(type);
        }

        var items = new List<object>();
        while (true)
        {
            ui.Write($"{field.Name}[{items.Count}]: ");
            var item = Value(type.GetElementType()!);
            if (item is string { Length: 0 } or SecureString { Length: 0 })
            {
                return items.ToArray();
            }

            items.Add(item);
        }
    }

    private object Value(Type type) => type == typeof(SecureString) ? ui.ReadLineAsSecureString() : ui.ReadLine();

    private void Announce(string? caption, string? message)
    {
        foreach (var line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
            {
                ui.WriteLine(line);
            }
        }
    }
}
