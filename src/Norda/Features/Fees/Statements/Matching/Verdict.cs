using System.Globalization;

namespace Norda.Features.Fees.Statements.Matching;

/// <summary>Why a transfer may be a firm's.</summary>
public enum MatchReason { Virtual, Reference, Nip, OtherNip, Account, Name, NameLike, Months, AllOpen, Word }

/// <summary>Why it is not booked without a person, however many points there are.</summary>
public enum Doubt { OtherThing, OtherNip, OtherFirm, Currency, NoSign, Twin, Future, Reversal, Rival }

/// <summary>A firm that a transfer may come from.</summary>
public sealed record Candidate(int CompanyId, int Points, IReadOnlyList<(MatchReason Reason, int Points)> Reasons);

/// <summary>What is thought of a transfer: firms with their points, the likeliest first, and what speaks against booking it.</summary>
public sealed record Verdict(IReadOnlyList<Candidate> Candidates, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>From here on, and so far ahead of the next, a transfer is booked without a person.</summary>
    public const int Sure = 90;

    public const int Lead = 40;

    /// <summary>From here on the firm is proposed.</summary>
    public const int Likely = 50;

    public Candidate? Best => Candidates.Count > 0 ? Candidates[0] : null;

    public TransferState State => Best is not { Points: >= Likely } best || Doubts.Contains(Doubt.Reversal) ? TransferState.Asked : best.Points >= Sure && Doubts.Count == 0 ? TransferState.Booked : TransferState.Proposed;

    /// <summary>"nip+60 name+30 !twin": as it is kept.</summary>
    public string Written => string.Join(' ', (Best?.Reasons ?? []).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Reason}{r.Points:+0;-0}")).Concat(Doubts.Select(d => $"!{d}")));

    /// <summary>Reads what <see cref="Written"/> wrote.</summary>
    public static (IReadOnlyList<(MatchReason Reason, int Points)> Reasons, IReadOnlyList<Doubt> Doubts) Read(string? written)
    {
        var (reasons, doubts) = (new List<(MatchReason, int)>(), new List<Doubt>());
        foreach (var part in (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (part[0] == '!' && Enum.TryParse<Doubt>(part[1..], out var doubt))
                doubts.Add(doubt);
            else if (part.AsSpan().IndexOfAny('+', '-') is > 0 and var sign && Enum.TryParse<MatchReason>(part[..sign], out var reason))
                reasons.Add((reason, int.Parse(part[sign..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
        return (reasons, doubts);
    }
}
