using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Writing;

/// <summary>Answers in a thread: for oneself, or for the firm that was written to.</summary>
public class ReplyInThread(AppDb db, Me me, DeliverMessage deliver, ReadAttachments read, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int threadId, ReplyForm form, CancellationToken cancel)
    {
        if (me.Id is not { } writer || !me.Is(Role.Member))
            return Outcome.Refuse(texts["Wiadomości piszą członkowie izby z potwierdzonym adresem e-mail."]);
        if (await db.Set<MessageThread>().VisibleTo(me).SingleOrDefaultAsync(t => t.Id == threadId, cancel) is not { } thread)
            return Outcome.Refuse(texts["Tej rozmowy już nie ma."]);
        if (!string.IsNullOrEmpty(form.Key) && await db.Set<PrivateMessage>().AnyAsync(m => m.SenderId == writer && m.ClientKey == form.Key, cancel))
            return Outcome.Done;
        var forFirm = thread.CompanyId is not null && thread.StartedBy != writer;
        // In a thread of two the other one; for a firm its starter; for the starter whoever answers for the firm.
        var other = forFirm ? thread.StartedBy : thread.CompanyId is null ? await db.Set<ThreadPerson>().Where(p => p.ThreadId == threadId && p.UserId != writer).Select(p => (int?)p.UserId).SingleOrDefaultAsync(cancel) : null;
        var readers = thread.CompanyId is not null && !forFirm ? db.WhoAnswerFor(thread.CompanyId) : db.Users.Where(u => u.Id == other && u.IsActive);
        if (!await readers.AnyAsync(cancel))
            return Outcome.Refuse(texts["Po drugiej stronie nie ma już nikogo, kto przeczyta odpowiedź."]);
        if (await deliver.Blocked(writer, readers.Select(u => u.Id), cancel) is { } blocked)
            return Outcome.Refuse(blocked);
        var (files, refusal) = await read.Run(form.Files, writer, cancel);
        if (refusal is not null)
            return Outcome.Refuse(refusal, "Form.Files");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await deliver.Run(thread, new Draft(writer, forFirm, other, null, form.Content, form.Key, files), cancel))
            await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
