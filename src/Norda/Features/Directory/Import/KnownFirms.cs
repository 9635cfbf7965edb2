using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>A firm of the directory or of an earlier row: just enough to be recognised by, so that 100,000 of them fit in memory.</summary>
internal sealed class KnownFirm(string core, long nip, string? town)
{
    /// <summary>0 until the rows around the one that brings the firm are merged.</summary>
    public int Id { get; set; }

    public string Core { get; } = core;
    public long Nip { get; set; } = nip;

    /// <summary>Folded.</summary>
    public string? Town { get; set; } = town;

    /// <summary>First line of the file that spoke of the firm; 0 when none did.</summary>
    public int Line { get; set; }

    /// <summary>Line of the file that gave the NIP; 0 when none did.</summary>
    public int NipLine { get; set; }

    /// <summary>Only while the rows around it are being merged.</summary>
    public FirmDraft? Draft { get; set; }

    public KnownFirm? NextOfSameName { get; set; }
}

/// <summary>Decides which firm a row speaks of: by NIP, then by the name without its legal form and the town.</summary>
internal sealed class KnownFirms
{
    private readonly Dictionary<long, KnownFirm> byNip = [];
    private readonly Dictionary<string, KnownFirm> byCore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> towns = new(StringComparer.Ordinal);
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    public static async Task<KnownFirms> Load(AppDb db, CancellationToken cancel)
    {
        var known = new KnownFirms();
        var firms = db.Companies.AsNoTracking().Select(c => new { c.Id, c.Name, c.Nip, c.Slug, c.Address.Town });
        await foreach (var firm in firms.AsAsyncEnumerable().WithCancellation(cancel))
        {
            known.slugs.Add(firm.Slug);
            known.Add(new KnownFirm(CompanyName.Parse(firm.Name).Core, Number(firm.Nip), known.TownKey(firm.Town)) { Id = firm.Id });
        }

        await foreach (var slug in db.FormerSlugs.AsNoTracking().Select(s => s.Slug).AsAsyncEnumerable().WithCancellation(cancel))
            known.slugs.Add(slug);
        return known;
    }

    /// <summary>Sets the firm of the row, or the reason why the row is refused.</summary>
    public void Place(CompanyRow row)
    {
        var nip = Number(row.Nip);
        var town = TownKey(row.Town);
        var holder = nip == 0 ? null : byNip.GetValueOrDefault(nip);
        row.ByNip = holder is not null;
        row.Firm = holder ?? (nip == 0 ? Namesake(row, town) : WithoutNip(row, town));
        if (holder?.NipLine > 0)
            row.Refusal = $"ten sam NIP co w wierszu {holder.NipLine}";
        if (row.Refusal is not null)
            return;
        row.IsNew = row.Firm is null;
        row.Firm ??= Add(new KnownFirm(row.Parts.Core, nip, town));
        row.EarlierLine = row.Firm.Line;
        Learn(row.Firm, row, nip, town);
    }

    /// <summary>The first address that no firm has or had; it is taken from now on. A name without a Latin letter gives none, so the number does.</summary>
    public string TakeSlug(string name, int id)
    {
        var slug = Slug.Free(Slug.From(name) is { Length: > 0 } own ? own : $"firma-{id}", slugs.Contains);
        slugs.Add(slug);
        return slug;
    }

    private void Learn(KnownFirm firm, CompanyRow row, long nip, string? town)
    {
        if (firm.Line == 0)
            firm.Line = row.Line;
        firm.Town ??= town;
        if (nip == 0)
            return;
        firm.NipLine = row.Line;
        firm.Nip = nip;
        byNip[nip] = firm;
    }

    /// <summary>A row with a NIP that nobody has yet: a firm of that name and town whose NIP is not known.</summary>
    private KnownFirm? WithoutNip(CompanyRow row, string? town) =>
        One(row, Namesakes(row.Parts.Core).Where(f => f.Nip == 0 && f.Town is not null && f.Town == town));

    /// <summary>A row without a NIP: the firm of that name in that town; without a town on either side the name is enough.</summary>
    private KnownFirm? Namesake(CompanyRow row, string? town)
    {
        var namesakes = Namesakes(row.Parts.Core).ToList();
        var neighbours = namesakes.Where(f => f.Town is not null && f.Town == town).ToList();
        if (neighbours.Count > 0)
            return One(row, neighbours);
        if (namesakes.Count > 0 && town is not null && namesakes.TrueForAll(f => f.Town is not null))
        {
            row.Refusal = "firma o tej nazwie jest już w innej miejscowości, a wiersz nie ma NIP; dopisz NIP, żeby było wiadomo, czy to ta sama";
            return null;
        }

        return One(row, namesakes);
    }

    private static KnownFirm? One(CompanyRow row, IEnumerable<KnownFirm> firms)
    {
        var found = firms.Take(2).ToList();
        if (found.Count == 2)
            row.Refusal = "jest kilka firm o tej nazwie, a wiersz nie ma NIP; dopisz NIP";
        return found.Count == 1 ? found[0] : null;
    }

    private IEnumerable<KnownFirm> Namesakes(string core)
    {
        for (var firm = byCore.GetValueOrDefault(core); firm is not null; firm = firm.NextOfSameName)
            yield return firm;
    }

    private KnownFirm Add(KnownFirm firm)
    {
        firm.NextOfSameName = byCore.GetValueOrDefault(firm.Core);
        byCore[firm.Core] = firm;
        if (firm.Nip != 0)
            byNip[firm.Nip] = firm;
        return firm;
    }

    /// <summary>Folded once per spelling, however many firms are there.</summary>
    private string? TownKey(string? town)
    {
        if (string.IsNullOrEmpty(town))
            return null;
        return towns.TryGetValue(town, out var folded) ? folded : towns[town] = Folding.Fold(town);
    }

    private static long Number(string? nip) => nip is null ? 0 : long.Parse(nip, CultureInfo.InvariantCulture);
}
