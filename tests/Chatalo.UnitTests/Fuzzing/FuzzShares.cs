namespace Chatalo.UnitTests.Fuzzing;

/// <summary>The share of each property in all inputs, in hundredths: more for what strangers fill, less for what is slow.</summary>
internal static class FuzzShares
{
    public static IReadOnlyDictionary<string, int> All { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [nameof(AnswerFuzzTests.Any_answer_is_read_by_every_reader)] = 20,
        [nameof(AnswerFuzzTests.Any_time_is_read)] = 5,
        [nameof(WebhookFuzzTests.Any_json_is_read_as_events)] = 10,
        [nameof(WebhookFuzzTests.Any_damage_to_an_event_is_survived)] = 10,
        [nameof(WebhookFuzzTests.Any_lines_are_put_together)] = 5,
        [nameof(ContactFuzzTests.Any_bytes_are_a_list_or_none)] = 9,
        [nameof(ContactFuzzTests.Any_damage_to_a_text_file_is_survived)] = 10,
        [nameof(ContactFuzzTests.Any_damage_to_a_workbook_is_survived)] = 1,
        [nameof(ContactFuzzTests.Any_number_is_taken_or_refused)] = 5,
        [nameof(TemplateFuzzTests.Any_template_is_filled_or_refused)] = 10,
        [nameof(PictureFuzzTests.Any_damage_to_a_picture_is_survived)] = 4,
        [nameof(PictureFuzzTests.Any_data_uri_is_taken_apart)] = 3,
        [nameof(SettingFuzzTests.Any_setting_is_read_or_refused)] = 5,
        [nameof(SettingFuzzTests.Any_store_is_an_address_or_refused)] = 3,
    };

    public static int Of(string property) => All[property];
}
