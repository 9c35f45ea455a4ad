using System.Collections;
using System.Net;
using System.Security;

namespace Chatalo.Commands;

/// <summary>
/// The fields of a connection asset of Azure Automation, as Get-AutomationConnection gives them; their names are those that
/// <c>Chatalo-Automation.json</c> tells Azure.
/// </summary>
internal sealed class ConnectionFields(IDictionary fields)
{
    public string? PublicKey => Text("PublicKey");

    public string? SecretKey => Text("SecretKey");

    public string? BaseUri => Text("BaseUri");

    public string? Device => Text("Device");

    private string? Text(string name)
    {
        foreach (DictionaryEntry field in fields)
        {
            if (string.Equals(field.Key as string, name, StringComparison.OrdinalIgnoreCase))
            {
                var text = field.Value is SecureString secret ? new NetworkCredential("", secret).Password : field.Value?.ToString();
                return string.IsNullOrWhiteSpace(text) ? null : text;
            }
        }

        return null;
    }
}
