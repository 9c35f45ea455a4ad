namespace Chatalo.Emulator.Endpoints;

/// <summary>Takes the fields of a request one by one and remembers what is wrong with them, in Laravel's words.</summary>
internal sealed class Fields(RequestInput input)
{
    private Dictionary<string, List<string>>? _errors;

    public bool AreValid => _errors is null;

    public IReadOnlyDictionary<string, List<string>> Errors => _errors ?? [];

    public string Required(string name)
    {
        var text = input.Text(name);
        if (text is null)
        {
            Refuse(name, $"The {Words(name)} field is required.");
        }

        return text ?? "";
    }

    /// <summary>A number of so many digits, without plus or spaces.</summary>
    public string Digits(string name, int least, int most)
    {
        var text = Required(name);
        if (text.Length > 0 && (text.Length < least || text.Length > most || !IsDigits(text)))
        {
            Refuse(name, $"The {Words(name)} field must have between {least} and {most} digits.");
        }

        return text;
    }

    public int Integer(string name, int least, int most)
    {
        var text = Required(name);
        var number = input.Integer(name);
        if (text.Length > 0 && (number is null || number < least || number > most))
        {
            Refuse(name, $"The {Words(name)} field must be an integer between {least} and {most}.");
            return least;
        }

        return (int)(number ?? least);
    }

    /// <summary>True, false, 1 or 0, also as text.</summary>
    public bool Flag(string name)
    {
        var text = Required(name);
        if (text is not ("" or "1" or "0" or "true" or "false"))
        {
            Refuse(name, $"The {Words(name)} field must be true or false.");
        }

        return text is "1" or "true";
    }

    public string Url(string name)
    {
        var text = Required(name);
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
        {
            Refuse(name, $"The {Words(name)} field must be a valid URL.");
        }

        return text;
    }

    public void Refuse(string name, string message)
    {
        _errors ??= [];
        if (!_errors.TryGetValue(name, out var messages))
        {
            _errors.Add(name, messages = []);
        }

        messages.Add(message);
    }

    private static string Words(string name) => name.Replace('_', ' ');

    private static bool IsDigits(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
