using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>One row as the directory understands it: checked values, what was left out and why, or why it is refused.</summary>
internal sealed class CompanyRow(int line)
{
    public int Line { get; } = line;
    public string Name { get; set; } = "";
    public CompanyName Parts { get; set; } = null!;
    public string? Nip { get; set; }
    public string? Town { get; set; }
    public string? Category { get; set; }
    public List<FieldValue> Values { get; } = [];
    public List<string> Services { get; } = [];
    public List<FirmContact> Contacts { get; } = [];
    public List<string> Remarks { get; } = [];
    public Dictionary<string, string> Leftover { get; } = [];
    public Membership Member { get; set; }

    /// <summary>Why nothing is taken from the row.</summary>
    public string? Refusal { get; set; }

    /// <summary>The firm that the row speaks of, found or new.</summary>
    public KnownFirm? Firm { get; set; }

    public bool IsNew { get; set; }

    /// <summary>The firm was found by its NIP, so that even its name may be corrected.</summary>
    public bool ByNip { get; set; }

    /// <summary>Line of this file that spoke of the same firm before.</summary>
    public int EarlierLine { get; set; }
}

/// <summary>A value for a field. A hint fills an empty field and never replaces what is there; nothing erases, unless it may.</summary>
internal readonly record struct FieldValue(FirmField Field, string? Value, bool IsHint = false, bool MayErase = false);

/// <summary>A further phone or mail address of the firm.</summary>
internal readonly record struct FirmContact(string Type, string Value);

/// <summary>The answer under "Członek".</summary>
internal enum Membership { NotSaid, Yes, No, Unclear }
