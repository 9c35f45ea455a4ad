CREATE TABLE public.chatalo_campaign_devices (
    campaign_id bigint NOT NULL,
    device_id text NOT NULL
);
CREATE TABLE public.chatalo_campaigns (
    id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    paused bigint NOT NULL,
    pause_reason text,
    interval_min bigint,
    interval_max bigint,
    daily_limit bigint,
    window_start bigint,
    window_end bigint,
    utc_offset bigint NOT NULL,
    max_failures bigint,
    failures bigint NOT NULL,
    list_complete bigint NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE public.chatalo_campaigns ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.chatalo_campaigns_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.chatalo_deliveries (
    id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    recipient text NOT NULL,
    is_group bigint NOT NULL,
    device_id text NOT NULL,
    body text,
    url text,
    state bigint NOT NULL,
    owner text,
    lease_end bigint,
    attempts bigint NOT NULL,
    error_id text,
    reason text,
    status_code bigint,
    created_at bigint NOT NULL,
    claimed_at bigint,
    finished_at bigint
);
ALTER TABLE public.chatalo_deliveries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.chatalo_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.chatalo_device_pace (
    device_id text NOT NULL,
    next_at bigint NOT NULL,
    day bigint NOT NULL,
    day_count bigint NOT NULL
);
CREATE TABLE public.chatalo_opt_outs (
    number text NOT NULL,
    reason text,
    created_at bigint NOT NULL
);
CREATE TABLE public.chatalo_schema (
    version bigint NOT NULL
);
INSERT INTO public.chatalo_campaign_devices VALUES (1, 'c7276ae0-c306-4896-8fda-000000000001');
INSERT INTO public.chatalo_campaign_devices VALUES (5, 'c7276ae0-c306-4896-8fda-000000000001');
INSERT INTO public.chatalo_campaign_devices VALUES (6, 'c7276ae0-c306-4896-8fda-000000000001');
INSERT INTO public.chatalo_campaign_devices VALUES (7, 'c7276ae0-c306-4896-8fda-000000000001');
INSERT INTO public.chatalo_campaign_devices VALUES (8, 'c7276ae0-c306-4896-8fda-000000000001');
INSERT INTO public.chatalo_campaigns OVERRIDING SYSTEM VALUE VALUES (1, 'nov-invoice', 'NOV-INVOICE', 1, 'for the asset', 10, 10, 500, 0, 1440, 420, 50, 2, 1, 1795602404211);
INSERT INTO public.chatalo_campaigns OVERRIDING SYSTEM VALUE VALUES (5, ' Promo Nov ', ' PROMO NOV ', 0, NULL, NULL, NULL, NULL, NULL, NULL, 420, NULL, 0, 1, 1795602404337);
INSERT INTO public.chatalo_campaigns OVERRIDING SYSTEM VALUE VALUES (6, 'Promo  Nov', 'PROMO  NOV', 0, NULL, NULL, NULL, NULL, NULL, NULL, 420, NULL, 0, 1, 1795602404354);
INSERT INTO public.chatalo_campaigns OVERRIDING SYSTEM VALUE VALUES (7, 'Café', 'CAFÉ', 0, NULL, NULL, NULL, NULL, NULL, NULL, 420, NULL, 0, 1, 1795602404370);
INSERT INTO public.chatalo_campaigns OVERRIDING SYSTEM VALUE VALUES (8, ' Odd  One ', ' ODD  ONE ', 0, NULL, NULL, NULL, NULL, NULL, NULL, 420, NULL, 0, 1, 1795602404385);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (1, 1, '6281200000000', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:69a9aad2bec7', NULL, 1, NULL, NULL, 200, 1795602404223, 1795602404223, 1795602404244);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (2, 1, '6281200000001', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:69a9aad2bec7', NULL, 1, NULL, NULL, 200, 1795602404239, 1795602404244, 1795602404252);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (3, 1, '6281200000002', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 5, NULL, NULL, 0, NULL, 'The recipient has opted out (Get-ChataloOptOut).', NULL, 1795602404239, NULL, 1795602404260);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (4, 1, '6281200000003', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 3, 'vm:1824:69a9aad2bec7', NULL, 1, 'Chatalo.InvalidInput', 'The gateway refused /api/v1/messages (400): Bad Request.', 400, 1795602404239, 1795602404260, 1795602404266);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (5, 1, '6281200000004', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 4, 'vm:1824:ea3c44d1e674', NULL, 1, 'Chatalo.OutcomeUnknown', 'The gateway failed on /api/v1/messages (503) with HTML instead of JSON. Whether it was delivered is unknown; it is not sent again.', 503, 1795602404288, 1795602404288, 1795602404293);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (6, 1, '6281200000005', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 1795602404313, NULL, NULL);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (7, 1, '6281200000006', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 1795602404313, NULL, NULL);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (8, 1, '120363000000000001', 1, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo grup', NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 1795602404327, NULL, NULL);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (9, 5, '6281200000000', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:358d6dfef96f', NULL, 1, NULL, NULL, 200, 1795602404340, 1795602404340, 1795602404344);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (10, 6, '6281200000000', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:9efbe6bb6397', NULL, 1, NULL, NULL, 200, 1795602404357, 1795602404357, 1795602404361);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (11, 7, '6281200000000', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:8ba2bc4dd429', NULL, 1, NULL, NULL, 200, 1795602404372, 1795602404372, 1795602404376);
INSERT INTO public.chatalo_deliveries OVERRIDING SYSTEM VALUE VALUES (12, 8, '6281200000000', 0, 'c7276ae0-c306-4896-8fda-000000000001', 'Halo', NULL, 2, 'vm:1824:907c48e59bec', NULL, 1, NULL, NULL, 200, 1795602404388, 1795602404388, 1795602404391);
INSERT INTO public.chatalo_device_pace VALUES ('c7276ae0-c306-4896-8fda-000000000001', 1795602404388, 739944, 8);
INSERT INTO public.chatalo_opt_outs VALUES ('6281200000002', 'STOP', 1795602404170);
INSERT INTO public.chatalo_schema VALUES (1);
SELECT pg_catalog.setval('public.chatalo_campaigns_id_seq', 8, true);
SELECT pg_catalog.setval('public.chatalo_deliveries_id_seq', 12, true);
ALTER TABLE ONLY public.chatalo_campaign_devices
    ADD CONSTRAINT chatalo_campaign_devices_pkey PRIMARY KEY (campaign_id, device_id);
ALTER TABLE ONLY public.chatalo_campaigns
    ADD CONSTRAINT chatalo_campaigns_name_key_key UNIQUE (name_key);
ALTER TABLE ONLY public.chatalo_campaigns
    ADD CONSTRAINT chatalo_campaigns_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.chatalo_deliveries
    ADD CONSTRAINT chatalo_deliveries_campaign_id_recipient_key UNIQUE (campaign_id, recipient);
ALTER TABLE ONLY public.chatalo_deliveries
    ADD CONSTRAINT chatalo_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.chatalo_device_pace
    ADD CONSTRAINT chatalo_device_pace_pkey PRIMARY KEY (device_id);
ALTER TABLE ONLY public.chatalo_opt_outs
    ADD CONSTRAINT chatalo_opt_outs_pkey PRIMARY KEY (number);
CREATE INDEX chatalo_deliveries_by_state ON public.chatalo_deliveries USING btree (campaign_id, state, device_id, id);
ALTER TABLE ONLY public.chatalo_deliveries
    ADD CONSTRAINT chatalo_deliveries_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.chatalo_campaigns(id);
