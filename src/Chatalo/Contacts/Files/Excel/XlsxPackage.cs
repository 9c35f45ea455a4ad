using System.IO.Compression;
using System.Xml;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>The parts of an Office Open XML file, found by their relations and not by their names.</summary>
internal sealed class XlsxPackage(ZipArchive zip) : IDisposable
{
    /// <summary>A part's target by the id of the relation, with the last word of its type (<c>worksheet</c>, <c>styles</c>).</summary>
    internal readonly record struct Relation(string Type, string Target);

    /// <summary>Opens a part.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public Stream Open(string part) => (Find(part) ?? throw new InvalidDataException($"The workbook has no part '{part}' that it names; the file is damaged.")).Open();

    /// <summary>The relations of a part; those of the package for an empty name.</summary>
    public Dictionary<string, Relation> Relations(string part)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var folder = part.Substring(0, part.LastIndexOf('/') + 1);
        if (Find($"{folder}_rels/{part.Substring(folder.Length)}.rels") is not { } entry)
        {
            return relations;
        }

        using var reader = XmlText.Open(entry.Open());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("Id") is { } id
                && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
            {
                Bounds.Check(relations.Count, Bounds.Parts, "parts");
                // The types of strict files have another beginning.
                var type = reader.GetAttribute("Type") ?? string.Empty;
                relations[id] = new Relation(type.Substring(type.LastIndexOf('/') + 1), Resolve(folder, target));
            }
        }

        return relations;
    }

    public void Dispose() => zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith("/", StringComparison.Ordinal) ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private ZipArchiveEntry? Find(string name) => zip.GetEntry(name)
        ?? zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase));
}
