using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Remembers where each number stood first, over all files of a call. Leaner than a Dictionary: 16 bytes a number and what is free between them, and only one of
/// 256 small tables is copied at a time as it grows.
/// </summary>
internal sealed class SeenNumbers
{
    private readonly List<string> _files = [];
    private readonly Shard[] _shards = Enumerable.Range(0, 256).Select(_ => new Shard()).ToArray();

    /// <summary>Begins a file, and gives its place.</summary>
    public int Begin(string file)
    {
        _files.Add(file);
        return _files.Count - 1;
    }

    /// <summary>Remembers a number of a file's line; when it was there before, gives the line and the file of then and returns false.</summary>
    public bool Add(string digits, int file, int line, out int firstLine, out string firstFile)
    {
        var isNew = Add(digits, ((long)file << 32) | (uint)line, out var first);
        firstLine = (int)(first & uint.MaxValue);
        firstFile = _files[(int)(first >> 32)];
        return isNew;
    }

    private bool Add(string digits, long line, out long firstLine)
    {
        var number = ulong.Parse(digits, CultureInfo.InvariantCulture);

        // Fibonacci hashing: neighbouring numbers, which lists are full of, end far apart.
        var hash = number * 0x9E3779B97F4A7C15UL;
        firstLine = _shards[hash >> 56].GetOrAdd(number, (uint)(hash >> 24), line);
        return firstLine == line;
    }

    private sealed class Shard
    {
        private ulong[] _numbers = new ulong[16];
        private long[] _lines = new long[16];
        private int _count;

        public long GetOrAdd(ulong number, uint hash, long line)
        {
            var slot = Find(_numbers, number, hash);
            if (_numbers[slot] == number)
            {
                return _lines[slot];
            }

            if (_count >= _numbers.Length / 4 * 3)
            {
                Grow();
                slot = Find(_numbers, number, hash);
            }

            _numbers[slot] = number;
            _lines[slot] = line;
            _count++;
            return line;
        }

        // 0 marks a free slot; no phone number is 0.
        private static int Find(ulong[] numbers, ulong number, uint hash)
        {
            var slot = (int)(hash & (uint)(numbers.Length - 1));
            while (numbers[slot] != 0 && numbers[slot] != number)
            {
                slot = (slot + 1) & (numbers.Length - 1);
            }

            return slot;
        }

        private void Grow()
        {
            var numbers = new ulong[_numbers.Length * 2];
            var lines = new long[numbers.Length];
            for (var i = 0; i < _numbers.Length; i++)
            {
                if (_numbers[i] != 0)
                {
                    var slot = Find(numbers, _numbers[i], (uint)((_numbers[i] * 0x9E3779B97F4A7C15UL) >> 24));
                    numbers[slot] = _numbers[i];
                    lines[slot] = _lines[i];
                }
            }

            _numbers = numbers;
            _lines = lines;
        }
    }
}
