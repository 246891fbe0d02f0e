namespace MlStrategyGuard.Engine.Data;

/// <summary>How the scan of a record ended.</summary>
internal enum ScanStatus
{
    /// <summary>A whole record was found.</summary>
    Record,

    /// <summary>The record doesn't end in the text given.</summary>
    Unfinished,

    /// <summary>The text given ends inside quotes.</summary>
    OpenQuote,

    /// <summary>Something else than a delimiter or a line end follows a closing quote.</summary>
    TextAfterQuote,
}
