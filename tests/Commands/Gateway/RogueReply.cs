using System.Text.RegularExpressions;

namespace Chatalo.Tests
{
    /// <summary>What a server answers to a request when all goes well. A script makes it of a hashtable.</summary>
    public sealed class RogueReply
    {
        public string Method { get; set; }

        /// <summary>A regular expression for the whole path below the base address.</summary>
        public string Path { get; set; }

        /// <summary>A regular expression that the body contains; null for any body.</summary>
        public string Body { get; set; }

        public string ContentType { get; set; }

        public string Content { get; set; }

        internal bool IsFor(RogueRequest request)
        {
            return request.Method == Method && Regex.IsMatch(request.Path, "^(?:" + Path + ")$") && (Body == null || Regex.IsMatch(request.Body, Body));
        }
    }
}
