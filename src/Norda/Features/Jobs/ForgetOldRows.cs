using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Events;
using Norda.Features.Files;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Features.Notifications;
using Norda.Features.Reports;

namespace Norda.Features.Jobs;

/// <summary>Deletes what has served its purpose; the periods stand in the register of processing (/biuro/rodo).</summary>
public class ForgetOldRows(AppDb db, ForgetAccounts accounts, ForgetDrafts drafts, ForgetFiles files, ForgetMail mail, ForgetReporters reporters, ForgetAddresses addresses, ForgetNotices notices, ForgetAttendance attendance, ForgetDeclarations declarations, TimeProvider clock)
{
    /// <summary>Long enough to see what happened last quarter.</summary>
    private static readonly TimeSpan Runs = TimeSpan.FromDays(90);

    public async Task<string> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Runs;
        var rows = await accounts.Run(now, cancel) + await drafts.Run(now, cancel) + await mail.Run(now, cancel) + await files.Run(now, cancel)
            + await reporters.Run(now, cancel) + await addresses.Run(now, cancel) + await notices.Run(now, cancel) + await attendance.Run(now, cancel) + await declarations.Run(now, cancel)
            + await db.Set<JobRun>().Where(r => r.StartedAt < before).ExecuteDeleteAsync(cancel);
        await db.Scrub(cancel);
        return $"Usunięte wiersze: {rows}.";
    }
}
