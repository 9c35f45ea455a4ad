namespace Chatalo.Campaigns;

/// <summary>How a row came into a campaign. The numbers are those of the store's column <c>origin</c>.</summary>
internal enum RowOrigin
{
    /// <summary>A message to a recipient: the one row that stands for the person.</summary>
    Message,

    /// <summary>An input that never became a message. It is not tried again: the list is to be corrected.</summary>
    Refused,

    /// <summary>An input whose recipient was in the same list before.</summary>
    Repeated,
}
