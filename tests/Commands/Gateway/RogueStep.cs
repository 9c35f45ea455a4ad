using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Chatalo.Tests
{
    /// <summary>A step of a way to misbehave: what a server does with a connection after it has read the request, or instead of that.</summary>
    public sealed class RogueStep
    {
        // Between the pieces of what is said slowly.
        private const int Pause = 50;

        internal readonly Func<RogueExchange, Task> Act;

        private RogueStep(Func<RogueExchange, Task> act)
        {
            Act = act;
        }

        /// <summary>Says a text; {elsewhere} in it stands for the address of another host.</summary>
        public static RogueStep Say(string text)
        {
            return new RogueStep(exchange => exchange.WriteAsync(text));
        }

        public static RogueStep SayBytes(byte[] bytes)
        {
            return new RogueStep(exchange => exchange.WriteAsync(bytes, bytes.Length));
        }

        /// <summary>Gives the right answer, with another content type if one is given.</summary>
        public static RogueStep AnswerWell(string contentType)
        {
            return new RogueStep(exchange => exchange.AnswerAsync(contentType ?? exchange.ContentType, exchange.Good.Length, exchange.Good.Length));
        }

        /// <summary>Gives a part of the right answer.</summary>
        /// <param name="sent">The part of the body that is sent, from 0 to 1.</param>
        /// <param name="announced">The part of it that the headers announce.</param>
        /// <param name="more">Bytes that are announced besides.</param>
        public static RogueStep AnswerPart(double sent, double announced, int more)
        {
            return new RogueStep(exchange => exchange.AnswerAsync("application/json", (int)(exchange.Good.Length * sent), (int)(exchange.Good.Length * announced) + more));
        }

        /// <summary>Breaks the connection instead of closing it.</summary>
        public static RogueStep Reset()
        {
            return new RogueStep(exchange =>
            {
                exchange.Reset();
                return Task.FromResult(0);
            });
        }

        /// <summary>Says nothing more, and does not hang up.</summary>
        public static RogueStep Silence()
        {
            return new RogueStep(exchange => Task.Delay(Timeout.Infinite, exchange.Stop));
        }

        /// <summary>Says the same again and again, slowly.</summary>
        public static RogueStep Trickle(string text)
        {
            return new RogueStep(async exchange =>
            {
                while (true)
                {
                    await exchange.WriteAsync(text);
                    await Task.Delay(Pause, exchange.Stop);
                }
            });
        }

        /// <summary>Says so many megabytes of blanks.</summary>
        /// <param name="chunked">Whether each has the size of a chunk before it.</param>
        public static RogueStep Flood(int megabytes, bool chunked)
        {
            return new RogueStep(async exchange =>
            {
                var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
                for (var i = 0; i < megabytes; i++)
                {
                    await exchange.WriteAsync(chunked ? "100000\r\n" : "");
                    await exchange.WriteAsync(blanks, blanks.Length);
                    await exchange.WriteAsync(chunked ? "\r\n" : "");
                }
            });
        }
    }
}
