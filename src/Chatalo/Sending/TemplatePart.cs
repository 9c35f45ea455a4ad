namespace Chatalo.Sending;

/// <summary>A piece of a template: literal text, or a field to be filled in.</summary>
/// <param name="Text">The literal text; empty for a field.</param>
/// <param name="Field">The field's name; null for literal text.</param>
/// <param name="Alignment">The least width in characters, negative to align left; 0 for none.</param>
/// <param name="Format">The format after the colon; null for none.</param>
/// <param name="Fallback">What is written where the field is empty, after the bar; null where the field must not be empty.</param>
internal readonly record struct TemplatePart(string Text, string? Field, int Alignment, string? Format, string? Fallback)
{
    public static TemplatePart Literal(string text) => new(text, null, 0, null, null);
}
