using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddFees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fee_accounts",
                columns: table => new
                {
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    credit = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_accounts", x => x.company_id);
                    table.CheckConstraint("credit_is_no_debt", "credit >= 0");
                    table.ForeignKey(
                        name: "fk_fee_accounts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_payments",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    payer_account = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    payer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    idempotency_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    recorded_by = table.Column<int>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_payments", x => x.id);
                    table.CheckConstraint("payment_is_positive", "amount > 0");
                    table.ForeignKey(
                        name: "fk_fee_payments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fee_payments_users_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fee_year = table.Column<int>(type: "INTEGER", nullable: false),
                    from_month = table.Column<int>(type: "INTEGER", nullable: false),
                    to_month = table.Column<int>(type: "INTEGER", nullable: false),
                    changes_existing = table.Column<bool>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_by = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    worked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    firms = table.Column<int>(type: "INTEGER", nullable: false),
                    firms_done = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    created_sum = table.Column<long>(type: "INTEGER", precision: 12, scale: 2, nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_fee_runs_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interest_rates",
                columns: table => new
                {
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    percent = table.Column<long>(type: "INTEGER", precision: 5, scale: 2, nullable: false),
                    announcement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    changed_by = table.Column<int>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interest_rates", x => x.valid_from);
                    table.ForeignKey(
                        name: "fk_interest_rates_users_changed_by",
                        column: x => x.changed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_bands",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    staff_from = table.Column<int>(type: "INTEGER", nullable: true),
                    staff_to = table.Column<int>(type: "INTEGER", nullable: true),
                    revenue_from = table.Column<long>(type: "INTEGER", precision: 16, scale: 2, nullable: true),
                    revenue_to = table.Column<long>(type: "INTEGER", precision: 16, scale: 2, nullable: true),
                    sort_order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_bands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    file_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => x.id);
                    table.ForeignKey(
                        name: "fk_resolutions_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolutions_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_reversals",
                columns: table => new
                {
                    payment_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    reversed_by = table.Column<int>(type: "INTEGER", nullable: true),
                    reversed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_reversals", x => x.payment_id);
                    table.ForeignKey(
                        name: "fk_payment_reversals_fee_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "fee_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_reversals_users_reversed_by",
                        column: x => x.reversed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_exemptions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    percent = table.Column<long>(type: "INTEGER", precision: 5, scale: 2, nullable: false),
                    resolution_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_exemptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_fee_exemptions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fee_exemptions_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fee_exemptions_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membership_fee_config",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    category_id = table.Column<int>(type: "INTEGER", nullable: true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: true),
                    band_id = table.Column<int>(type: "INTEGER", nullable: true),
                    target_id = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    monthly_amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: true),
                    yearly_amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: true),
                    per_head = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    yearly_cap = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: true),
                    entry_fee = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: true),
                    schedule = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, defaultValueSql: "''"),
                    proration = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, defaultValueSql: "'month'"),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resolution_id = table.Column<int>(type: "INTEGER", nullable: true),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership_fee_config", x => x.id);
                    table.CheckConstraint("fee_config_order", "valid_until IS NULL OR valid_until >= valid_from");
                    table.ForeignKey(
                        name: "fk_membership_fee_config_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fee_config_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fee_config_member_band_band_id",
                        column: x => x.band_id,
                        principalTable: "member_bands",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fee_config_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fee_config_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resolution_id = table.Column<int>(type: "INTEGER", nullable: true),
                    end_resolution_id = table.Column<int>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    band_id = table.Column<int>(type: "INTEGER", nullable: true),
                    staff = table.Column<int>(type: "INTEGER", nullable: true),
                    revenue = table.Column<long>(type: "INTEGER", precision: 16, scale: 2, nullable: true),
                    discount = table.Column<long>(type: "INTEGER", precision: 5, scale: 2, nullable: false),
                    representative_id = table.Column<int>(type: "INTEGER", nullable: true),
                    representative_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.CheckConstraint("membership_discount", "discount >= 0");
                    table.CheckConstraint("membership_order", "until IS NULL OR until >= since");
                    table.ForeignKey(
                        name: "fk_memberships_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_member_band_band_id",
                        column: x => x.band_id,
                        principalTable: "member_bands",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_resolution_end_resolution_id",
                        column: x => x.end_resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_users_representative_id",
                        column: x => x.representative_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "membership_fees",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_year = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_month = table.Column<int>(type: "INTEGER", nullable: false),
                    through_month = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    entry_amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    waived = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    waiver_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    waiver_resolution_id = table.Column<int>(type: "INTEGER", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    amount_paid = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    due_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rate_id = table.Column<int>(type: "INTEGER", nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    payment_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    payment_method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    payment_reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    recorded_by = table.Column<int>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership_fees", x => x.id);
                    table.CheckConstraint("fee_amounts", "amount >= 0 AND waived >= 0 AND waived <= amount AND entry_amount >= 0 AND entry_amount <= amount AND amount_paid >= 0");
                    table.CheckConstraint("fee_months", "fee_month BETWEEN 1 AND 12 AND through_month BETWEEN fee_month AND 12");
                    table.ForeignKey(
                        name: "fk_membership_fees_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fees_fee_rate_rate_id",
                        column: x => x.rate_id,
                        principalTable: "membership_fee_config",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fees_resolution_waiver_resolution_id",
                        column: x => x.waiver_resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_fees_users_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_allocations",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    payment_id = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", precision: 10, scale: 2, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_allocations", x => x.id);
                    table.CheckConstraint("allocation_is_something", "amount <> 0");
                    table.ForeignKey(
                        name: "fk_payment_allocations_fee_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "fee_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_allocations_membership_fees_fee_id",
                        column: x => x.fee_id,
                        principalTable: "membership_fees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fee_exemptions_company_id_valid_from",
                table: "fee_exemptions",
                columns: new[] { "company_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_fee_exemptions_created_by",
                table: "fee_exemptions",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_fee_exemptions_resolution_id",
                table: "fee_exemptions",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_fee_payments_company_id_paid_on",
                table: "fee_payments",
                columns: new[] { "company_id", "paid_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fee_payments_idempotency_key",
                table: "fee_payments",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fee_payments_paid_on",
                table: "fee_payments",
                column: "paid_on");

            migrationBuilder.CreateIndex(
                name: "ix_fee_payments_recorded_by",
                table: "fee_payments",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_fee_runs_fingerprint",
                table: "fee_runs",
                column: "fingerprint",
                unique: true,
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fee_runs_started_by",
                table: "fee_runs",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_interest_rates_changed_by",
                table: "interest_rates",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_member_bands_name",
                table: "member_bands",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_band_id",
                table: "membership_fee_config",
                column: "band_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_category_id",
                table: "membership_fee_config",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_company_id",
                table: "membership_fee_config",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_created_by",
                table: "membership_fee_config",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_resolution_id",
                table: "membership_fee_config",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fee_config_scope_target_id_valid_from",
                table: "membership_fee_config",
                columns: new[] { "scope", "target_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_company_id_fee_year_fee_month",
                table: "membership_fees",
                columns: new[] { "company_id", "fee_year", "fee_month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_fee_year_fee_month",
                table: "membership_fees",
                columns: new[] { "fee_year", "fee_month" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_rate_id",
                table: "membership_fees",
                column: "rate_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_recorded_by",
                table: "membership_fees",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_status_due_date",
                table: "membership_fees",
                columns: new[] { "status", "due_date" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_fees_waiver_resolution_id",
                table: "membership_fees",
                column: "waiver_resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_band_id",
                table: "memberships",
                column: "band_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_company_id",
                table: "memberships",
                column: "company_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_company_id_since",
                table: "memberships",
                columns: new[] { "company_id", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_end_resolution_id",
                table: "memberships",
                column: "end_resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_number",
                table: "memberships",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_representative_id",
                table: "memberships",
                column: "representative_id");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_resolution_id",
                table: "memberships",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_allocations_fee_id",
                table: "payment_allocations",
                column: "fee_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_allocations_payment_id",
                table: "payment_allocations",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_reversals_reversed_by",
                table: "payment_reversals",
                column: "reversed_by");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_adopted_on",
                table: "resolutions",
                column: "adopted_on");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_body_number",
                table: "resolutions",
                columns: new[] { "body", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_created_by",
                table: "resolutions",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_file_id",
                table: "resolutions",
                column: "file_id");

            migrationBuilder.MakeAppendOnly("fee_payments", "payment_reversals", "payment_allocations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MakeChangeable("fee_payments", "payment_reversals", "payment_allocations");
            migrationBuilder.DropTable(
                name: "fee_accounts");

            migrationBuilder.DropTable(
                name: "fee_exemptions");

            migrationBuilder.DropTable(
                name: "fee_runs");

            migrationBuilder.DropTable(
                name: "interest_rates");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "payment_allocations");

            migrationBuilder.DropTable(
                name: "payment_reversals");

            migrationBuilder.DropTable(
                name: "membership_fees");

            migrationBuilder.DropTable(
                name: "fee_payments");

            migrationBuilder.DropTable(
                name: "membership_fee_config");

            migrationBuilder.DropTable(
                name: "member_bands");

            migrationBuilder.DropTable(
                name: "resolutions");
        }
    }
}
