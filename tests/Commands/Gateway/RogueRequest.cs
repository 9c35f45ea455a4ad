using System;
using System.Collections.Generic;

namespace Chatalo.Tests
{
    /// <summary>A request as it came over the wire.</summary>
    public sealed class RogueRequest
    {
        public RogueRequest(string head, string body)
        {
            var lines = head.Split(new[] { "\r\n" }, StringSplitOptions.RemoveEmptyEntries);
            var first = lines[0].Split(' ');
            var target = first[1].Split('?');
            Method = first[0];
            Path = target[0].Substring(RogueServer.BasePath.Length);
            Query = target.Length == 1 ? "" : target[1];
            Body = body;
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 1; i < lines.Length; i++)
            {
                var header = lines[i].Split(new[] { ": " }, 2, StringSplitOptions.None);
                Headers[header[0]] = header[1];
            }
        }

        public string Method { get; private set; }

        /// <summary>The path below the base address.</summary>
        public string Path { get; private set; }

        /// <summary>What followed the question mark.</summary>
        public string Query { get; private set; }

        public Dictionary<string, string> Headers { get; private set; }

        public string Body { get; private set; }
    }
}
