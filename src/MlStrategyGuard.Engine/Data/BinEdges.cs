namespace MlStrategyGuard.Engine.Data;

/// <summary>Finds the bin of a number: a grid of cells of one width says nearly where, a search among a cell's edges the rest.</summary>
internal sealed class BinEdges
{
    private const int CellsAnEdge = 4;

    private readonly double[] _edges;
    private readonly double _first;
    private readonly double _perCell;
    private readonly int _lastCell;

    // How many edges are in the cells before each cell, and in all.
    private readonly int[] _before;

    /// <param name="edges">Ascending, all different.</param>
    public BinEdges(double[] edges)
    {
        _edges = edges;
        _first = edges.Length > 0 ? edges[0] : 0;
        _lastCell = CellsAnEdge * edges.Length;
        var width = edges.Length > 1 ? edges[^1] - _first : 0;
        _perCell = width > 0 && double.IsFinite(_lastCell / width) ? _lastCell / width : 0;
        _before = new int[_lastCell + 2];
        foreach (var edge in edges)
            _before[CellOf(edge) + 1]++;
        for (var cell = 0; cell <= _lastCell; cell++)
            _before[cell + 1] += _before[cell];
    }

    /// <summary>The edges, ascending.</summary>
    public double[] Edges => _edges;

    /// <summary>How many edges are below a number.</summary>
    public int BinOf(double number)
    {
        // Whatever rounding does, a larger number is in no earlier cell, so edges of earlier cells are below.
        var cell = CellOf(number);
        var bin = _before[cell];
        var left = _before[cell + 1] - bin;
        for (; left > 1; left -= left / 2)
            bin += (_edges[bin + (left / 2) - 1] < number ? 1 : 0) * (left / 2);
        return left == 1 && _edges[bin] < number ? bin + 1 : bin;
    }

    private int CellOf(double number) => (int)Math.Min(Math.Max((number - _first) * _perCell, 0), _lastCell);
}
