using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Messages.Keeping;
using Norda.Features.Messages.Writing;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Reading;

/// <summary>One conversation. Who is not in it finds nothing here.</summary>
[Access(Resource.Message, Act.Read)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(ReadAttachments.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ReadAttachments.MostBytes)]
public class ThreadModel(AppDb db, Me me, ReplyInThread reply, ReadThread read, ArchiveThread archive, DeleteThread delete, BlockPerson block, UnblockPerson unblock, ShowToModerator show, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 30;

    [BindProperty]
    public ReplyForm Form { get; set; } = new();

    /// <summary>Shows what was written before this message.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Przed { get; set; }

    public ThreadView Thread { get; private set; } = null!;
    public IReadOnlyList<MessageView> Messages { get; private set; } = [];
    public bool HasOlder { get; private set; }
    public bool MayWrite => me.Is(Role.Member) && Thread.IsSomebodyThere && !Thread.IsBlocked;
    public int? MyId => me.Id;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        ModelState.Clear();
        Form = new ReplyForm { Key = Guid.NewGuid().ToString("N") };
        return await Load(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await IsMine(id, cancel))
            return NotFound();
        if (ModelState.IsValid && await reply.Run(id, Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
            return Redirect(Url.Content($"~/wiadomosci/{id}#odpowiedz"));
        return await Load(id, cancel) ? this.ShowAgain() : NotFound();
    }

    public Task<IActionResult> OnPostArchiveAsync(int id, bool away, CancellationToken cancel) => Do(id, () => archive.Run(id, away, cancel), away ? texts["Rozmowa jest w archiwum."] : texts["Rozmowa wróciła do odebranych."], "~/wiadomosci", cancel);

    public Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancel) => Do(id, () => delete.Run(id, cancel), texts["Usunięto Twoją kopię rozmowy."], "~/wiadomosci", cancel);

    public Task<IActionResult> OnPostBlockAsync(int id, CancellationToken cancel) =>
        Do(id, async () => await Load(id, cancel) && Thread.OtherId is { } other ? await block.Run(other, cancel) : Outcome.Refuse(texts["Tej osoby nie da się zablokować."]), texts["Ta osoba już do Ciebie nie napisze."], $"~/wiadomosci/{id}", cancel);

    public Task<IActionResult> OnPostUnblockAsync(int id, CancellationToken cancel) =>
        Do(id, async () => await Load(id, cancel) && Thread.OtherId is { } other ? await unblock.Run(other, cancel) : Outcome.Done, texts["Możecie znów do siebie pisać."], $"~/wiadomosci/{id}", cancel);

    /// <summary>What is reported is shown to moderators; why is asked for on the next page.</summary>
    public Task<IActionResult> OnPostReportAsync(int id, int message, CancellationToken cancel) =>
        Do(id, () => show.Run(id, message, cancel), null, $"~/zglos?rodzaj=message&id={message}", cancel);

    private async Task<IActionResult> Do(int id, Func<Task<Outcome>> verb, string? done, string next, CancellationToken cancel)
    {
        if (!await IsMine(id, cancel))
            return NotFound();
        var outcome = await verb();
        if ((outcome.Refusal ?? done) is { } sentence)
            this.Say(sentence);
        return LocalRedirect(Url.Content(outcome.Refused ? $"~/wiadomosci/{id}" : next));
    }

    private Task<bool> IsMine(int id, CancellationToken cancel) => db.Set<MessageThread>().VisibleTo(me).AnyAsync(t => t.Id == id, cancel);

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        if (await db.Set<MessageThread>().VisibleTo(me).Where(t => t.Id == id).Select(ThreadView.For(db, me)).SingleOrDefaultAsync(cancel) is not { } thread)
            return false;
        Thread = thread;
        var messages = db.Set<PrivateMessage>().AsNoTracking().Where(m => m.ThreadId == id && m.Id > thread.DeletedUpTo);
        if (Przed is { } before)
            messages = messages.Where(m => m.Id < before);
        var found = await messages.OrderByDescending(m => m.Id).Take(AtOnce + 1).Select(MessageView.From).ToListAsync(cancel);
        HasOlder = found.Count > AtOnce;
        Messages = [.. found.Take(AtOnce).Reverse()];
        if (Messages.Count > 0 && Messages[^1].Id > thread.LastReadId)
            await read.Run(id, Messages[^1].Id, thread.People, cancel);
        return true;
    }
}
