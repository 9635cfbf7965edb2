using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStatementsAndJoining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "end_kind",
                table: "memberships",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bank_csv_layouts",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    columns = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    changed_by = table.Column<int>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_csv_layouts", x => x.fingerprint);
                    table.ForeignKey(
                        name: "fk_bank_csv_layouts_users_changed_by",
                        column: x => x.changed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_statements",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    through_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opening = table.Column<long>(type: "INTEGER", precision: 14, scale: 2, nullable: true),
                    closing = table.Column<long>(type: "INTEGER", precision: 14, scale: 2, nullable: true),
                    transfers = table.Column<int>(type: "INTEGER", nullable: false),
                    incoming = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_by = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    worked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<int>(type: "INTEGER", nullable: true),
                    fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_statements_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_statements_users_undone_by",
                        column: x => x.undone_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chamber_bodies",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    task = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_bodies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chamber_documents",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_chamber_documents_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declaration_drafts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: true),
                    is_by_office = table.Column<bool>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_declaration_drafts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership_declarations",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    nip = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: true),
                    member_id = table.Column<int>(type: "INTEGER", nullable: true),
                    entered_by = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    legal_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    regon = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    krs = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    building = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    town = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    representative_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    representative_role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    representative_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    representative_phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    staff = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    statute_version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note_version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    newsletter = table.Column<bool>(type: "INTEGER", nullable: false),
                    pictures = table.Column<bool>(type: "INTEGER", nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    papers = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    resolution_id = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    decided_by = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appeal_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    appeal = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    appealed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_declarations_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_member_member_id",
                        column: x => x.member_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_users_decided_by",
                        column: x => x.decided_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_users_entered_by",
                        column: x => x.entered_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payer_accounts",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    transfer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    confirmed_by = table.Column<int>(type: "INTEGER", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payer_accounts", x => new { x.account, x.company_id });
                    table.ForeignKey(
                        name: "fk_payer_accounts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payer_accounts_users_confirmed_by",
                        column: x => x.confirmed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_transfers",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    statement_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    likeness = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    booked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", precision: 14, scale: 2, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    payer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    payer_account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    virtual_account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: true),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_automatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_by = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_transfers_bank_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "bank_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfers_users_decided_by",
                        column: x => x.decided_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body_seats",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    body_id = table.Column<int>(type: "INTEGER", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: true),
                    function = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resolution_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_seats", x => x.id);
                    table.CheckConstraint("body_seat_order", "until IS NULL OR until >= since");
                    table.ForeignKey(
                        name: "fk_body_seats_chamber_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "chamber_bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_seats_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_seats_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chamber_document_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    file_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_document_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_chamber_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "chamber_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_transfer_shares",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    transfer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    wishes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    payment_id = table.Column<int>(type: "INTEGER", nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_transfer_shares", x => x.id);
                    table.CheckConstraint("share_is_positive", "amount > 0");
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_bank_transfers_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "bank_transfers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_fee_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "fee_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bank_csv_layouts_changed_by",
                table: "bank_csv_layouts",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_file_hash",
                table: "bank_statements",
                column: "file_hash",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_started_by",
                table: "bank_statements",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_undone_by",
                table: "bank_statements",
                column: "undone_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_company_id",
                table: "bank_transfer_shares",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_payment_id",
                table: "bank_transfer_shares",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_transfer_id",
                table: "bank_transfer_shares",
                column: "transfer_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_company_id",
                table: "bank_transfers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_decided_by",
                table: "bank_transfers",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_key",
                table: "bank_transfers",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_likeness",
                table: "bank_transfers",
                column: "likeness");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_statement_id_state",
                table: "bank_transfers",
                columns: new[] { "statement_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_body_id_person_name_since",
                table: "body_seats",
                columns: new[] { "body_id", "person_name", "since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_resolution_id",
                table: "body_seats",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_user_id",
                table: "body_seats",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_bodies_name",
                table: "chamber_bodies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_created_by",
                table: "chamber_document_versions",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_document_id_label",
                table: "chamber_document_versions",
                columns: new[] { "document_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_file_id",
                table: "chamber_document_versions",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_documents_created_by",
                table: "chamber_documents",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_documents_title",
                table: "chamber_documents",
                column: "title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_hash",
                table: "declaration_drafts",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_saved_at",
                table: "declaration_drafts",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_user_id",
                table: "declaration_drafts",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_company_id",
                table: "membership_declarations",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_decided_by",
                table: "membership_declarations",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_entered_by",
                table: "membership_declarations",
                column: "entered_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_member_id",
                table: "membership_declarations",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_nip",
                table: "membership_declarations",
                column: "nip",
                unique: true,
                filter: "status IN ('submitted', 'incomplete', 'complete', 'appealed')");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_resolution_id",
                table: "membership_declarations",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_status_submitted_at",
                table: "membership_declarations",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_company_id",
                table: "payer_accounts",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_confirmed_by",
                table: "payer_accounts",
                column: "confirmed_by");

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_transfer_id",
                table: "payer_accounts",
                column: "transfer_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_csv_layouts");

            migrationBuilder.DropTable(
                name: "bank_transfer_shares");

            migrationBuilder.DropTable(
                name: "body_seats");

            migrationBuilder.DropTable(
                name: "chamber_document_versions");

            migrationBuilder.DropTable(
                name: "declaration_drafts");

            migrationBuilder.DropTable(
                name: "membership_declarations");

            migrationBuilder.DropTable(
                name: "payer_accounts");

            migrationBuilder.DropTable(
                name: "bank_transfers");

            migrationBuilder.DropTable(
                name: "chamber_bodies");

            migrationBuilder.DropTable(
                name: "chamber_documents");

            migrationBuilder.DropTable(
                name: "bank_statements");

            migrationBuilder.DropColumn(
                name: "end_kind",
                table: "memberships");
        }
    }
}
