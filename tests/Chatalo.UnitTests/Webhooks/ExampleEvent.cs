namespace Chatalo.UnitTests.Webhooks;

/// <summary>The example request of the vendor's collection.</summary>
internal static class ExampleEvent
{
    public const string Json = """
        {
          "device_id": "c7276ae0-c306-4896-8fda-xxxxxxxxxxx",
          "chat_id": "D073D8Bxxxx",
          "sender": {
            "name": "SENDER-NAME",
            "number": "628897509xxxx",
            "in_group": false,
            "group_id": null
          },
          "from_me": false,
          "is_forwarded": false,
          "is_sticker": false,
          "timestamp": 1689930829,
          "broadcast": false,
          "message": false,
          "has_media": true,
          "media_info": {
            "mimetype": "image/jpeg",
            "file_url": "https://chatalo.com/files/1ee5b9a3-f5dc-46cb-b45c-xxxxxxxxxxxx",
            "file_encoded": "eyJpdiI6ImV3d..."
          },
          "location_attached": {
            "latitude": null,
            "longitude": null
          }
        }
        """;
}
