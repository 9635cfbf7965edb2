using Norda.Platform;

namespace Norda.Features.Fees.Statements.Matching;

/// <summary>A firm as the matching sees it. Open: what is left of its fees, the oldest first.</summary>
public sealed record Payer(int CompanyId, string Name, string? LegalName, string? Nip, IReadOnlyList<int> Numbers, IReadOnlyList<string> Accounts, IReadOnlyList<decimal> Open)
{
    /// <summary>PLN of a usual fee.</summary>
    public decimal Monthly { get; init; }
}

/// <summary>A transfer as the matching sees it.</summary>
public sealed record IncomingTransfer(DateOnly BookedOn, decimal Amount, string Currency, string? PayerName, string? PayerAccount, string? Title, string? VirtualAccount)
{
    /// <summary>Another file brought one that looks the same.</summary>
    public bool HasTwin { get; init; }
}

/// <summary>
/// Says whose a transfer is, by points: virtual account 100, checked reference 80, the firm's NIP 60, another NIP −40, known account 40,
/// name 30 or like it 15, a sum of open months 20 or all of them 25, the word 5. Only firms for which something but the sum and the word
/// speaks are weighed: others reach 30, which neither proposes them nor takes the lead from a sure one.
/// </summary>
public sealed class Payers
{
    private readonly string? virtualPrefix;
    private readonly string? chamberNip;
    private readonly DateOnly today;
    private readonly Dictionary<int, Known> byId;
    private readonly ILookup<string, int> byNip;
    private readonly ILookup<int, int> byNumber;
    private readonly ILookup<string, int> byAccount;
    private readonly ILookup<string, int> byWord;
    private readonly ILookup<string, Known> byFirstWord;

    public Payers(IReadOnlyList<Payer> firms, string? virtualPrefix, string? chamberNip, DateOnly today)
    {
        (this.virtualPrefix, this.chamberNip, this.today) = (virtualPrefix, chamberNip, today);
        byId = firms.ToDictionary(f => f.CompanyId, f => new Known(f));
        byNip = firms.Where(f => f.Nip is not null).ToLookup(f => f.Nip!, f => f.CompanyId, StringComparer.Ordinal);
        byNumber = firms.SelectMany(f => f.Numbers.Select(n => (n, f.CompanyId))).ToLookup(f => f.n, f => f.CompanyId);
        byAccount = firms.SelectMany(f => f.Accounts.Select(a => (a, f.CompanyId))).ToLookup(f => f.a, f => f.CompanyId, StringComparer.Ordinal);
        byWord = byId.Values.SelectMany(k => k.Words.Select(w => (w, k.Firm.CompanyId))).ToLookup(w => w.w, w => w.CompanyId, StringComparer.Ordinal);
        byFirstWord = byId.Values.SelectMany(k => k.Cores.Select(c => (First: TransferText.Words(c)[0], k))).ToLookup(c => c.First, c => c.k, StringComparer.Ordinal);
    }

    public Verdict Judge(IncomingTransfer transfer)
    {
        var title = transfer.Title ?? "";
        var signs = new Signs(Folding.Fold(title), TransferText.Nips(title), MemberReference.Find(title), TransferText.Cores(transfer.PayerName), MemberAccount.Member(virtualPrefix, transfer.VirtualAccount));
        if (chamberNip is not null)
            signs = signs with { Nips = signs.Nips.Where(n => n != chamberNip).ToHashSet(StringComparer.Ordinal) };
        var candidates = Weighed(transfer, signs).Select(id => Score(byId[id], transfer, signs)).OrderByDescending(c => c.Points).ThenBy(c => c.CompanyId).Take(5).ToList();
        return new Verdict(candidates, [.. Doubts(transfer, signs, candidates).Distinct()]);
    }

    /// <summary>The firm has paid: what it owes is less when the next transfer is looked at.</summary>
    public void Paid(int companyId, decimal amount)
    {
        if (byId.TryGetValue(companyId, out var known))
            known.Pay(amount);
    }

    public string NameOf(int companyId) => byId[companyId].Firm.Name;

    private HashSet<int> Weighed(IncomingTransfer transfer, Signs signs) =>
    [
        .. signs.Nips.SelectMany(n => byNip[n]), .. signs.References.SelectMany(n => byNumber[n]), .. transfer.PayerAccount is { } account ? byAccount[account] : [],
        .. signs.Virtual is { } number ? byNumber[number] : [], .. signs.Cores.SelectMany(TransferText.LongWords).Distinct(StringComparer.Ordinal).SelectMany(w => byWord[w]), .. signs.Cores.SelectMany(c => byWord[c]),
    ];

    private static Candidate Score(Known firm, IncomingTransfer transfer, Signs signs)
    {
        var reasons = new List<(MatchReason Reason, int Points)>();
        if (signs.Virtual is { } own && firm.Firm.Numbers.Contains(own))
            reasons.Add((MatchReason.Virtual, 100));
        if (firm.Firm.Numbers.Any(signs.References.Contains))
            reasons.Add((MatchReason.Reference, 80));
        if (firm.Firm.Nip is { } nip && signs.Nips.Contains(nip))
            reasons.Add((MatchReason.Nip, 60));
        else if (signs.Nips.Count > 0)
            reasons.Add((MatchReason.OtherNip, -40));
        if (transfer.PayerAccount is { } account && firm.Firm.Accounts.Contains(account))
            reasons.Add((MatchReason.Account, 40));
        if (firm.Cores.Any(signs.Cores.Contains))
            reasons.Add((MatchReason.Name, 30));
        else if (signs.Cores.Count > 0 && firm.Resembles(signs.Cores[^1]))
            reasons.Add((MatchReason.NameLike, 15));
        if (firm.Sum(transfer.Amount) is { } sum)
            reasons.Add(sum);
        if (TransferText.SpeaksOfFees(signs.Title))
            reasons.Add((MatchReason.Word, 5));
        return new(firm.Firm.CompanyId, Math.Min(100, reasons.Sum(r => r.Points)), reasons);
    }

    private IEnumerable<Doubt> Doubts(IncomingTransfer transfer, Signs signs, List<Candidate> candidates)
    {
        if (transfer.Amount <= 0)
            yield return Doubt.Reversal;
        if (transfer.Currency != "PLN")
            yield return Doubt.Currency;
        if (transfer.BookedOn > today)
            yield return Doubt.Future;
        if (transfer.HasTwin)
            yield return Doubt.Twin;
        if (TransferText.SpeaksOfOtherThings(signs.Title))
            yield return Doubt.OtherThing;
        if (candidates.Count == 0)
            yield break;
        var best = byId[candidates[0].CompanyId];
        if (signs.Nips.Any(n => n != best.Firm.Nip))
            yield return Doubt.OtherNip;
        if (signs.References.Any(n => !best.Firm.Numbers.Contains(n)) || NamesOther(signs.Title, best))
            yield return Doubt.OtherFirm;
        if (!candidates[0].Reasons.Any(r => r.Reason is MatchReason.Virtual or MatchReason.Reference or MatchReason.Months or MatchReason.AllOpen or MatchReason.Word))
            yield return Doubt.NoSign;
        if (candidates.Count > 1 && candidates[0].Points - candidates[1].Points < Verdict.Lead)
            yield return Doubt.Rival;
    }

    /// <summary>The title names another member, whole: somebody may be paying for them.</summary>
    private bool NamesOther(string title, Known best)
    {
        var words = TransferText.Words(string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? c : ' ')));
        for (var i = 0; i < words.Length; i++)
            foreach (var other in byFirstWord[words[i]].Where(o => o != best))
                if (other.Cores.Any(core => core.Length > 4 && TransferText.Words(core) is var name && words.AsSpan(i).StartsWith(name) && !best.Has(name)))
                    return true;
        return false;
    }

    private sealed record Signs(string Title, IReadOnlySet<string> Nips, IReadOnlySet<int> References, IReadOnlyList<string> Cores, int? Virtual);

    private sealed class Known
    {
        private readonly List<decimal> open;

        public Known(Payer firm)
        {
            (Firm, open) = (firm, [.. firm.Open]);
            Cores = [.. new[] { firm.Name, firm.LegalName }.OfType<string>().Select(n => CompanyName.Parse(n).Core).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];
            Words = [.. Cores.SelectMany(TransferText.LongWords).Concat(Cores).Distinct(StringComparer.Ordinal)];
        }

        public Payer Firm { get; }
        public IReadOnlyList<string> Cores { get; }
        public IReadOnlyList<string> Words { get; }

        public bool Has(string[] name) => Cores.Any(core => name.All(TransferText.Words(core).Contains));

        /// <summary>Half of the words of the firm's name are there.</summary>
        public bool Resembles(string core)
        {
            var there = TransferText.Words(core).ToHashSet(StringComparer.Ordinal);
            return Cores.Any(own => TransferText.Words(own).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } words && words.Count(there.Contains) * 2 >= words.Count);
        }

        public (MatchReason, int)? Sum(decimal amount)
        {
            if (open.Count == 0 || amount <= 0)
                return null;
            if (Firm.Monthly > 0 && amount % Firm.Monthly == 0 && amount / Firm.Monthly <= open.Count)
                return (MatchReason.Months, 20);
            if (amount == open.Sum())
                return (MatchReason.AllOpen, 25);
            var sum = 0m;
            foreach (var fee in open)
                if ((sum += fee) == amount)
                    return (MatchReason.Months, 20);
            return null;
        }

        public void Pay(decimal amount)
        {
            while (open.Count > 0 && amount > 0)
            {
                var part = Math.Min(open[0], amount);
                amount -= part;
                open[0] -= part;
                if (open[0] == 0)
                    open.RemoveAt(0);
            }
        }
    }
}
