using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Directory.History;
using Norda.Platform;

namespace Norda.Features.Office.AuditLog;

/// <summary>The entries that an address asks for; the page and the file to download read the same.</summary>
public sealed record AuditQuery
{
    public static readonly string[] Kept = ["kto", "tabela", "firma", "od", "do"];

    public int? Actor { get; private init; }
    public string? Table { get; private init; }
    public int? Firm { get; private init; }

    /// <summary>First day, of Warsaw.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>Last day, of Warsaw.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Entries older than this one.</summary>
    public long? Before { get; private init; }

    public static AuditQuery Read(IQueryCollection query) => new()
    {
        Actor = Number(query["kto"]),
        Table = query["tabela"].ToString() is { Length: > 0 and <= 60 } table ? table : null,
        Firm = Number(query["firma"]),
        From = Day(query["od"]),
        To = Day(query["do"]),
        Before = long.TryParse(query["przed"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    /// <summary>The newest first, each with its values as far as they are kept.</summary>
    public IQueryable<LoggedRow> Rows(AppDb db)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (Actor is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        if (Table is { } table)
            entries = entries.Where(e => e.TableName == table);
        if (Firm is { } firm)
            entries = entries.Where(e => e.CompanyId == firm);
        if (From is { } from && Start(from) is var begin)
            entries = entries.Where(e => e.At >= begin);
        if (To is { } to && Start(to.AddDays(1)) is var end)
            entries = entries.Where(e => e.At < end);
        if (Before is { } before)
            entries = entries.Where(e => e.Id < before);
        return from entry in entries
               join values in db.Set<AuditValues>() on entry.Id equals values.EntryId into kept
               from values in kept.DefaultIfEmpty()
               orderby entry.Id descending
               select new LoggedRow
               {
                   Entry = entry, Before = values!.Before, After = values.After, Address = values.Address,
                   Actor = db.Users.Where(u => u.Id == entry.ActorId).Select(u => u.Name).FirstOrDefault(), Firm = db.Companies.Where(c => c.Id == entry.CompanyId).Select(c => c.Name).FirstOrDefault(),
               };
    }

    private static DateTime Start(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Warsaw.Zone);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}

public sealed class LoggedRow
{
    public required AuditEntry Entry { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Address { get; init; }
    public string? Actor { get; init; }
    public string? Firm { get; init; }

    /// <summary>A change of a profile, which its history can take back.</summary>
    public bool CanBeUndone => Entry.CompanyId is not null && UndoChange.Tables.Contains(Entry.TableName) && Entry is not { TableName: "companies", Action: not AuditAction.Changed };
}
