namespace Chatalo.Emulator.State;

/// <summary>The newest so many items. Not safe for threads: its owner locks.</summary>
internal sealed class RingBuffer<T>(int capacity)
{
    private T[] _items = [];
    private int _first;
    private int _count;

    public void Add(T item)
    {
        if (capacity == 0)
        {
            return;
        }

        if (_count == capacity)
        {
            _items[_first] = item;
            _first = (_first + 1) % capacity;
            return;
        }

        if (_count == _items.Length)
        {
            // Grows as needed: an emulator that keeps up to 100,000 does not begin with them.
            Array.Resize(ref _items, (int)Math.Min(capacity, Math.Max(64, _count * 2L)));
        }

        _items[_count++] = item;
    }

    /// <summary>The oldest first.</summary>
    public T[] ToArray()
    {
        var copy = new T[_count];
        var toEnd = Math.Min(_count, _items.Length - _first);
        Array.Copy(_items, _first, copy, 0, toEnd);
        Array.Copy(_items, 0, copy, toEnd, _count - toEnd);
        return copy;
    }

    public void Clear()
    {
        _items = [];
        _first = _count = 0;
    }
}
