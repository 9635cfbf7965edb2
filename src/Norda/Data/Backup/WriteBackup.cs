using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Norda.Data.Backup;

/// <summary>
/// Writes everything into one file while the application works on: a single reading transaction sees one moment. The file has rows,
/// not pages of a database, so that it can be restored into either.
/// </summary>
public class WriteBackup(AppDb db, TimeProvider clock)
{
    /// <summary>A large table takes longer to read than a page may wait.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <param name="file">Replaced only when the backup is whole.</param>
    public async Task<BackupManifest> Run(string file, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(Patience);
        var unfinished = file + ".part";
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(unfinished, Private(FileMode.Create)))
            await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
                manifest = await Write(zip, cancel);
            File.Move(unfinished, file, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> Write(ZipArchive zip, CancellationToken cancel)
    {
        await using var moment = await OneMoment(cancel);
        var tables = new List<BackedUpTable>();
        foreach (var table in TableShape.All(db))
            tables.Add(await (Task<BackedUpTable>)GetType().GetMethod(nameof(WriteTable), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.Type.ClrType).Invoke(this, [zip, table, cancel])!);
        var manifest = new BackupManifest(BackupManifest.Present, await db.MigrationName(cancel), clock.GetUtcNow().UtcDateTime, tables);
        await using var entry = await zip.CreateEntry(BackupManifest.FileName).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: cancel);
        return manifest;
    }

    private async Task<BackedUpTable> WriteTable<T>(ZipArchive zip, TableShape table, CancellationToken cancel) where T : class
    {
        var hash = new RowHash();
        await using var entry = await zip.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Optimal).OpenAsync(cancel);
        await foreach (var row in ((DbSet<T>)db.GetType().GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(typeof(T)).Invoke(db, null)!).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var line = table.Write(row);
            hash.Add(line);
            await entry.WriteAsync(line, cancel);
            entry.WriteByte((byte)'\n');
        }

        return new BackedUpTable(table.Name, table.Columns, hash.Rows, hash.ToString());
    }

    /// <summary>Both databases keep a reader's moment without stopping writers.</summary>
    private async Task<IDbContextTransaction> OneMoment(CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        return (await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }

    /// <summary>Nobody but its owner reads a file that holds everything.</summary>
    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
