namespace Chatalo.Contacts;

/// <summary>The digits written in a text, and whether the text says that they begin with a country code.</summary>
internal readonly record struct NumberText(string Digits, bool IsInternational);
