using System.Numerics;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Finds the row of a 64-bit key: open addressing, 8 bytes a row and little more.</summary>
internal sealed class KeyIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _slots;
    private readonly int _shift;

    /// <param name="keys">The rows' keys; of equal ones the first row is found.</param>
    public KeyIndex(ulong[] keys)
    {
        _keys = keys;
        var bits = Math.Max(4, 65 - BitOperations.LeadingZeroCount((ulong)keys.Length));
        _slots = new int[1 << bits];
        _shift = 64 - bits;
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)(keys[row] >> _shift);
            while (_slots[slot] != 0 && keys[_slots[slot] - 1] != keys[row])
                slot = (slot + 1) & (_slots.Length - 1);
            if (_slots[slot] == 0)
                _slots[slot] = row + 1;
            else
                Repeated++;
        }
    }

    /// <summary>The rows whose key an earlier row has.</summary>
    public int Repeated { get; }

    /// <summary>The row of a key; −1 if there is none.</summary>
    public int Find(ulong key)
    {
        var slot = (int)(key >> _shift);
        while (_slots[slot] != 0)
        {
            if (_keys[_slots[slot] - 1] == key)
                return _slots[slot] - 1;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return -1;
    }
}
